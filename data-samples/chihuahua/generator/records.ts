import type { Answer, EventAnswers, Household, PersonAnswers } from "./answers.js";
import type { Population } from "./population.js";
import { rng } from "./rng.js";
import type { Sample } from "./sample.js";
import type { ShelterInterview } from "./shelter.js";
import { personGroup } from "./weights.js";

/** The answers to questions, by the questionnaire's names; what is not there is blank. */
export type Answers = Readonly<Record<string, Answer>>;

/** A submission as the field sent it, with what the statistics office added. */
export interface Submission {
  /** when it was sent, seconds since 1970 */
  readonly sent: number;
  readonly uuid: string;
  readonly main: Answers;
  readonly persons: readonly Answers[];
  readonly events: readonly Answers[];
}

const days = 60;
const firstDay = Date.UTC(2022, 2, 14) / 1000;

/** `2022-03-14T09:30:00.000-06:00`, as a telephone writes it. */
function localTime(seconds: number): string {
  return new Date((seconds - 6 * 3600) * 1000).toISOString().replace("Z", "-06:00");
}

function answersOf(household: Household): Answers {
  return { ...household.living, dfi_hogar: household.dfiHogar, ...(household.displacement ?? {}) };
}

/** A person's answers with the person's own factor, blank where there is no weight. */
function personRow(person: PersonAnswers, factors: readonly number[] | null): Answers {
  return { ...person, FACTOR_PER: factors === null ? null : factors[personGroup(person)]! };
}

/** What is known of an interview before its household says a word. */
interface Visit {
  readonly household: Household;
  readonly status: "complete" | "refused" | "brokenOff";
  readonly cover: Answers;
  readonly design: Answers;
  readonly factors: readonly number[] | null;
  /** visits with the same number were made on the same day by the same interviewer */
  readonly route: number;
}

function visits(population: Population, sample: Sample, shelters: readonly ShelterInterview[]): Visit[] {
  const drawn = sample.interviews.map((interview): Visit => {
    const { code, municipality, area } = population.strata[interview.stratum]!;
    return {
      household: population.households[interview.household]!,
      status: interview.status,
      cover: { tipo_muestra: "vivienda", municipio: municipality, ambito: area },
      design: { EST_DIS: code, UPM_DIS: String(interview.psu).padStart(4, "0"), FACTOR: interview.weight },
      factors: sample.personFactors,
      route: interview.stratum * 100 + interview.psu,
    };
  });
  const asked = shelters.map(({ household, shelter, municipality, refused }): Visit => {
    return {
      household,
      status: refused ? "refused" : "complete",
      cover: { tipo_muestra: "albergue", nombre_albergue: shelter, municipio: municipality, ambito: "urbano" },
      design: {},
      factors: null,
      route: 2000 + Number(shelter.at(-1)),
    };
  });
  return [...drawn, ...asked];
}

/** What of a household's answers reached the file: all, those of the first page, or none. */
function reached({ household, status, factors }: Visit): Pick<Submission, "main" | "persons" | "events"> {
  if (status === "refused") return { main: { consentimiento: "no" }, persons: [], events: [] };
  if (status === "brokenOff") {
    const { tenencia, cuartos, agua } = household.living;
    return { main: { consentimiento: "si", tenencia, cuartos, agua }, persons: [], events: [] };
  }
  return {
    main: { consentimiento: "si", ...answersOf(household) },
    persons: household.persons.map((person) => personRow(person, factors)),
    events: household.events.map((event: EventAnswers): Answers => event),
  };
}

/** The submissions in the order in which they arrived, from the drawn households and those in shelters. */
export function submissions(
  population: Population,
  sample: Sample,
  shelters: readonly ShelterInterview[],
  seed: number,
): readonly Submission[] {
  const random = rng(seed);
  const routes = new Map<number, { readonly day: number; readonly interviewer: string; visits: number }>();
  const hex = (length: number): string => Array.from({ length }, () => random.integer(0, 15).toString(16)).join("");
  return visits(population, sample, shelters)
    .map((visit): Submission => {
      const interviewer = `ENC-${String(random.integer(1, 24)).padStart(2, "0")}`;
      const route = routes.get(visit.route) ?? { day: random.integer(0, days - 1), interviewer, visits: 0 };
      routes.set(visit.route, route);
      const began = firstDay + route.day * 86_400 + 15 * 3600 + route.visits * 2_400 + random.integer(0, 900);
      const ended = began + (visit.status === "complete" ? random.integer(900, 2_300) : random.integer(60, 300));
      route.visits += 1;
      const { main, persons, events } = reached(visit);
      const fecha = localTime(began).slice(0, 10);
      const meta = { start: localTime(began), end: localTime(ended), fecha, encuestador: route.interviewer };
      return {
        sent: ended + random.integer(5, 90),
        uuid: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
        main: { ...meta, ...visit.cover, ...main, ...visit.design },
        persons,
        events,
      };
    })
    .sort((a, b) => a.sent - b.sent || (a.uuid < b.uuid ? -1 : 1));
}
