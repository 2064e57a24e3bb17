import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { designFacts } from "../src/report/design-facts.js";
import { tableOf } from "./table-fixture.js";

// Ten rows counted by hand: five dwellings, one of them of weight 0, two of a census, three in shelters.
const sites = ["home", "home", "home", "home", "home", "all", "all", "shelter", "shelter", "shelter"];
const table = tableOf({ site: sites, w: [2, 2, 3, 3, 0, null, null, null, null, null] });
const parts = [
  { name: "home", label: { es: "Viviendas" }, where: { site: "home" }, kind: "probability" },
  { name: "all", label: { es: "Censo" }, where: { site: "all" }, kind: "census" },
  { name: "shelter", label: { es: "Albergues" }, where: { site: "shelter" }, kind: "nonprobability" },
] as const;
const words = { label: { es: "Hogares" }, universe: { es: "hogares" } };

describe("designFacts(data, settings)", () => {
  const design = toDesign(table, { weights: "w", parts });
  const units = { household: { ...words, design: { weights: "w", parts } } };
  const [facts] = designFacts({ designs: new Map([["household", design]]) }, { units });
  it("counts the rows of each part, those drawn with a positive weight", () => {
    expect(facts!.parts.map(({ kind, rows }) => [kind, rows])).toEqual([
      ["probability", 4],
      ["census", 2],
      ["nonprobability", 3],
    ]);
    expect(facts!.rows).toBe(6);
  });
  it("has the weights of the rows drawn, 1 in a part taken in full", () => {
    // n Σw² / (Σw)² = 6 · (4 + 4 + 9 + 9 + 1 + 1) / 12²
    expect(facts!.weights).toEqual({ min: 1, max: 3, sum: 12, deff: 168 / 144 });
  });
});
