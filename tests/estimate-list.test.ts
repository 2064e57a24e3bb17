import { describe, expect, it } from "vitest";
import { DataError } from "../src/errors.js";
import { type EstimateList, toEstimateList } from "../src/notebook/estimate-list.js";
import { released } from "./released-fixture.js";

const row = (key: string, id: string, by: Record<string, string> | null, level?: string) =>
  released({ key, id, by, ...(level === undefined ? {} : { level }) });
const all = [
  row("k1", "size", null),
  row("k2", "size", { grupo: "con" }),
  row("k3", "size", { grupo: "sin" }),
  row("k4", "size", { municipio: "juarez", grupo: "con" }),
  row("k5", "water", null, "pipe"),
  row("k6", "water", null, "truck"),
  row("k7", "again", { grupo: "con" }, "si"),
];
const list = toEstimateList(all);

function keys(rows: ReturnType<EstimateList["of"]>): readonly string[] {
  return rows.map(({ key }) => key);
}

function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof DataError) return error.lines("en").join("\n");
    throw error;
  }
  return "";
}

describe("estimates.of(id, { by })", () => {
  it("gives the rows of everybody together where no columns are named", () => {
    expect(keys(list.of("size"))).toEqual(["k1"]);
    expect(keys(list.of("water"))).toEqual(["k5", "k6"]);
  });

  it("gives the rows of exactly those columns, in the order of the plan, whatever the order of the columns", () => {
    expect(keys(list.of("size", { by: ["grupo"] }))).toEqual(["k2", "k3"]);
    expect(keys(list.of("size", { by: ["grupo", "municipio"] }))).toEqual(["k4"]);
    expect(keys(list.of("size", { by: ["municipio", "grupo"] }))).toEqual(["k4"]);
  });

  it("refuses an id that the plan does not have, with the nearest", () => {
    expect(refusal(() => list.of("sise"))).toBe('unknown indicator: "sise" (size?); the plan does not have it');
    expect(refusal(() => list.of("zzzzzz"))).toBe('unknown indicator: "zzzzzz"; the plan does not have it');
  });

  it("refuses a breakdown that the plan does not have, with those it has", () => {
    expect(refusal(() => list.of("size", { by: ["sexo"] }))).toBe(
      'the plan does not break "size" down by "sexo" (it does by: total; grupo; grupo + municipio)',
    );
    expect(refusal(() => list.of("again"))).toBe('the plan does not break "again" down by "total" (it does by: grupo)');
  });
});

describe("estimates.one(id, group, level)", () => {
  it("gives the one row of a group and a level", () => {
    expect(list.one("size").key).toBe("k1");
    expect(list.one("size", { grupo: "sin" }).key).toBe("k3");
    expect(list.one("size", { grupo: "con", municipio: "juarez" }).key).toBe("k4");
    expect(list.one("water", {}, "truck").key).toBe("k6");
  });

  it("needs no level where the plan reports one", () => {
    expect(list.one("again", { grupo: "con" }).key).toBe("k7");
  });

  it("refuses a group or level that is not there, or that leaves several rows, with those there are", () => {
    expect(refusal(() => list.one("size", { grupo: "otro" }))).toBe(
      '"size" has not exactly one row for "otro" (it has: con; sin)',
    );
    expect(refusal(() => list.one("water"))).toBe('"water" has not exactly one row for "" (it has: pipe; truck)');
    expect(refusal(() => list.one("water", {}, "well"))).toBe(
      '"water" has not exactly one row for "well" (it has: pipe; truck)',
    );
  });
});

describe("estimates.get(key) and estimates.all", () => {
  it("give a row by its key, and every row in the order of the plan", () => {
    expect(list.get("k4")).toBe(all[3]);
    expect(keys(list.all)).toEqual(all.map(({ key }) => key));
    expect(refusal(() => list.get("k9"))).toBe('no estimate with the key "k9"');
  });
});
