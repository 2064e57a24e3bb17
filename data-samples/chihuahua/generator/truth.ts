import type { Household, PersonAnswers } from "./answers.js";
import type { Population } from "./population.js";
import { drawSample } from "./sample.js";

/** A household or a person with its weight: 1 for everybody in the population. */
interface Weighted {
  readonly household: Household;
  readonly weight: number;
}

const head = (household: Household): PersonAnswers => household.persons[0]!;
const displaced = (household: Household): boolean => household.dfiHogar === "si";
const settled = (household: Household): boolean => household.dfiHogar === "no";
const isIndigenous = (household: Household): boolean => head(household).autoadscripcion === "si";
const notIndigenous = (household: Household): boolean => head(household).autoadscripcion === "no";

type Test = (household: Household) => boolean;

function ratio(
  rows: readonly Weighted[],
  top: (household: Household) => number,
  bottom: (household: Household) => number,
) {
  let [above, below] = [0, 0];
  for (const { household, weight } of rows) {
    above += weight * top(household);
    below += weight * bottom(household);
  }
  return above / below;
}

function share(rows: readonly Weighted[], domain: Test, test: Test): number {
  const inside = rows.filter(({ household }) => domain(household));
  return ratio(
    inside,
    (household) => (test(household) ? 1 : 0),
    () => 1,
  );
}

/** The share of jobs without social security among the working members of households. */
function informal(rows: readonly Weighted[], domain: Test): number {
  const count = (household: Household, answers: readonly string[]): number =>
    household.persons.filter(({ seguridad_social }) => answers.includes(seguridad_social ?? "")).length;
  const inside = rows.filter(({ household }) => domain(household));
  return ratio(
    inside,
    (household) => count(household, ["no"]),
    (household) => count(household, ["no", "si"]),
  );
}

const movedIn =
  (low: number, high: number): Test =>
  ({ displacement }) =>
    displacement !== null && displacement.primer_anio >= low && displacement.primer_anio <= high;
const named =
  (cause: string): Test =>
  ({ displacement }) =>
    displacement?.causas.split(" ").includes(cause) ?? false;
const told = (household: Household): boolean =>
  displaced(household) && !named("98")(household) && !named("99")(household);
const insecure: Test = ({ living }) => ["moderada", "severa"].includes(living.inseguridad_alimentaria);
const crowded: Test = ({ persons, living }) => persons.length > 2.5 * living.cuartos;
const size = ({ persons }: Household): number => persons.length;
const answeredAgain: Test = ({ displacement }) => ["si", "no"].includes(displacement?.otra_vez ?? "");
const again: Test = ({ displacement }) => displacement?.otra_vez === "si";
const owner: Test = ({ displacement }) => displacement?.tenia_vivienda === "si";
const lost: Test = ({ displacement }) =>
  ["abandonada", "ocupada", "destruida"].includes(displacement?.estado_vivienda ?? "");
const both =
  (a: Test, b: Test): Test =>
  (household) =>
    a(household) && b(household);

/** The headline figures of some households: of the whole population they are the truth. */
function figures(rows: readonly Weighted[]): Readonly<Record<string, number>> {
  const womanHeaded: Test = (household) => head(household).sexo === "mujer";
  const of = (domain: Test): Weighted[] => rows.filter(({ household }) => domain(household));
  const sizeOf = (domain: Test): number => ratio(of(domain), size, () => 1);
  return {
    households: rows.reduce((total, { weight }) => total + weight, 0),
    displaced: of(displaced).reduce((total, { weight }) => total + weight, 0),
    womanHeadedDisplaced: share(rows, displaced, womanHeaded),
    womanHeadedOthers: share(rows, settled, womanHeaded),
    sizeDisplaced: sizeOf(displaced),
    sizeOthers: sizeOf(settled),
    indigenousDisplaced: share(rows, displaced, isIndigenous),
    before2008: share(rows, displaced, movedIn(0, 2007)),
    from2008: share(rows, displaced, movedIn(2008, 2016)),
    from2017: share(rows, displaced, movedIn(2017, 2020)),
    from2021: share(rows, displaced, movedIn(2021, 2022)),
    crime: share(rows, told, named("delito_amenaza")),
    fear: share(rows, told, named("temor")),
    again: share(rows, answeredAgain, again),
    againIndigenous: share(rows, both(answeredAgain, isIndigenous), again),
    againOthers: share(rows, both(answeredAgain, notIndigenous), again),
    owned: share(rows, ({ displacement }) => ["si", "no"].includes(displacement?.tenia_vivienda ?? ""), owner),
    homeLost: share(
      rows,
      both(owner, ({ displacement }) => displacement?.estado_vivienda !== "98"),
      lost,
    ),
    informalOthers: informal(rows, settled),
    informalDisplaced: informal(rows, both(displaced, notIndigenous)),
    informalIndigenousDisplaced: informal(rows, both(displaced, isIndigenous)),
    informalIndigenousOthers: informal(rows, both(settled, isIndigenous)),
    foodDisplaced: share(rows, displaced, insecure),
    foodOthers: share(rows, settled, insecure),
    crowdedDisplaced: share(rows, displaced, crowded),
    crowdedOthers: share(rows, settled, crowded),
    unsafeDisplaced: share(rows, displaced, ({ living }) => living.percepcion_seguridad === "inseguro"),
    unsafeOthers: share(rows, settled, ({ living }) => living.percepcion_seguridad === "inseguro"),
  };
}

/** What is true of the population. */
export function truth(population: Population): Readonly<Record<string, number>> {
  return figures(population.households.map((household) => ({ household, weight: 1 })));
}

/** The same figures as a sample estimates them, by household weights. */
export function sampleFigures(population: Population, seed: number): Readonly<Record<string, number>> {
  return figures(
    drawSample(population, seed).interviews.flatMap(({ household, weight }) =>
      weight === null ? [] : [{ household: population.households[household]!, weight }],
    ),
  );
}
