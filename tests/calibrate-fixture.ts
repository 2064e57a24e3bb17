import { calibrate } from "../src/design/calibrate.js";
import type { CalibrationSpec } from "../src/design/calibration-spec.js";
import { type DesignSpec, toDesign } from "../src/design/design.js";
import type { DataError } from "../src/errors.js";
import { proportion } from "../src/estimate/proportion.js";
import { total } from "../src/estimate/total.js";
import type { Table } from "../src/load/table.js";
import { tableOf } from "./table-fixture.js";

/** Two women and two men, each of their own primary unit. */
export const four: Table = tableOf({ sex: ["w", "w", "m", "m"], y: [1, 3, 5, 11], x: [1, 2, 3, 4], w: [1, 1, 1, 1] });
export const bySex: CalibrationSpec = {
  method: "poststratify",
  by: ["sex"],
  totals: [
    { sex: "w", total: 4 },
    { sex: "m", total: 6 },
  ],
};

/** A sample with strata, primary units of three rows and unequal weights, drawn by a small generator of numbers. */
export function sample(perStratum: number): Table {
  let state = 12345;
  const chance = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const cells: Record<string, (string | number)[]> = {
    stratum: [],
    psu: [],
    weight: [],
    sex: [],
    age: [],
    x: [],
    y: [],
  };
  for (let stratum = 0; stratum < 3; stratum++)
    for (let psu = 0; psu < perStratum; psu++) {
      const level = chance();
      for (let row = 0; row < 3; row++) {
        const sex = chance() < 0.35 + 0.3 * level ? "w" : "m";
        const age = chance() < 0.4 ? "old" : chance() < 0.5 ? "mid" : "young";
        const x = 10 + 20 * chance() + 10 * level + (age === "old" ? 6 : 0);
        const noise = 12 * chance();
        const values = [`s${stratum}`, `p${stratum}-${psu}`, 2 + 6 * chance(), sex, age, x];
        for (const [at, name] of ["stratum", "psu", "weight", "sex", "age", "x"].entries())
          cells[name]!.push(values[at]!);
        cells.y!.push(x + (sex === "w" ? 9 : 0) + 4 * stratum + 5 * level + noise);
      }
    }
  return tableOf(cells);
}

export const drawn: DesignSpec = { weights: "weight", strata: ["stratum"], clusters: ["psu"] };

/** The totals of a sample times some factors, as if they were the population's. */
export function near(table: Table, factors: Readonly<Record<string, number>>): CalibrationSpec[] {
  const design = toDesign(table, drawn);
  const size = design.weights.reduce((sum, weight) => sum + weight, 0);
  const share = (name: string) => proportion(design, name).map((row) => [row.level!, row.estimate!] as const);
  const scaled = (name: string): Record<string, number> => {
    const raw = share(name).map(([level, value]) => [level, value * (factors[level] ?? 1)] as const);
    const sum = raw.reduce((all, [, value]) => all + value, 0);
    return Object.fromEntries(raw.map(([level, value]) => [level, (1.1 * size * value) / sum]));
  };
  const cells = (name: string) =>
    Object.entries(scaled(name)).map(([level, value]) => ({ [name]: level, total: value }));
  const x = total(design, "x")[0]!.estimate! * 1.1 * (factors.x ?? 1);
  return [
    { method: "poststratify", by: ["sex"], totals: cells("sex") },
    { method: "linear", terms: ["age", "x"], totals: { age: scaled("age"), x } },
    { method: "rake", margins: ["sex", "age"].map((name) => ({ by: [name], totals: cells(name) })) },
    { method: "raking", terms: ["sex", "x"], totals: { intercept: 1.1 * size, sex: scaled("sex"), x } },
    {
      method: "logit",
      terms: ["sex", "age", "x"],
      totals: { sex: scaled("sex"), age: scaled("age"), x },
      bounds: [0.4, 2.5],
    },
  ];
}

/** The codes of what `calibrate` refuses, and what it names. */
export function refusal(table: Table, step: CalibrationSpec, spec: DesignSpec = {}): string[] {
  try {
    calibrate(toDesign(table, spec), [step]);
  } catch (error) {
    return (error as DataError).problems.map(({ code, holes }) =>
      `${code} ${String(holes.cell ?? holes.name ?? "")}`.trim(),
    );
  }
  return [];
}
