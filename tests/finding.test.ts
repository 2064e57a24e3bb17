import { describe, expect, it } from "vitest";
import { DataError } from "../src/errors.js";
import { type FindingSpec, toFinding } from "../src/narrate/finding.js";
import type { Released } from "../src/policy/released.js";
import type { Labels } from "../src/present/block.js";
import { released, withheld } from "./released-fixture.js";

const labels: Labels = {
  columns: { grupo: { es: "Grupo", en: "Group" } },
  values: { grupo: { con: { es: "Hogares con DFI", en: "Displaced households" } } },
  source: { es: "Fuente", en: "Source" },
  universe: { es: "hogares", en: "households" },
  indicators: { women: { label: { es: "Mujeres", en: "Women" }, kind: "share" } },
  synthetic: false,
};
const share = released({
  id: "women",
  statistic: "proportion",
  level: "si",
  by: { grupo: "con" },
  n: 12345,
  estimate: 0.417,
  ci: [0.321, 0.52],
});
const gap = released({ id: "gap", statistic: "difference", level: "si", estimate: 0.105, ci: [0.01, 0.2], p: 0.03 });

function spec(fields: Partial<FindingSpec> = {}): FindingSpec {
  return {
    id: "claim",
    title: { es: "¿Quién encabeza?", en: "Who heads?" },
    text: { es: "Son {women} ({women.ci}).", en: "They are {women} ({women.ci})." },
    evidence: { women: share },
    holds: () => true,
    otherwise: { es: "No se puede decir: {women.n}.", en: "It cannot be said: {women.n}." },
    ...fields,
  };
}

function text(fields: Partial<FindingSpec>): Readonly<Record<string, string>> {
  return toFinding(spec(fields), labels).text;
}

function refusal(fields: Partial<FindingSpec>, language: "es" | "en" = "en"): string {
  try {
    toFinding(spec(fields), labels);
  } catch (error) {
    if (error instanceof DataError) return error.lines(language).join("\n");
    throw error;
  }
  return "";
}

describe("toFinding(spec, labels)", () => {
  it("fills the holes in both languages, formatted once: percentages, intervals, groups of three", () => {
    const { es, en } = text({
      text: {
        es: "{women}; {women.ci}; n = {women.n}; {women.label}",
        en: "{women}; {women.ci}; n = {women.n}; {women.label}",
      },
    });
    expect(es!.replace(/\s/gu, " ")).toMatch(/^41\.7 %; 32\.1–52\.0 %; n = 12 345; .*Hogares con DFI/);
    expect(en!.replace(/\s/gu, " ")).toMatch(/^41\.7 ?%; 32\.1–52\.0 ?%; n = 12,345; .*Displaced households/);
  });

  it("says a difference in words: points, without a plus sign, and one of the three words of the field", () => {
    const word = (p: number) =>
      text({
        evidence: { gap: { ...gap, p } },
        text: { es: "{gap.certainty} de {gap}", en: "{gap.certainty}: {gap}" },
      });
    expect(word(0.03)).toEqual({
      es: "diferencia clara de 10.5 puntos porcentuales",
      en: "clear difference: 10.5 percentage points",
    });
    expect(word(0.07).es).toMatch(/^indicios de diferencia/);
    expect(word(0.5)).toMatchObject({
      es: expect.stringMatching(/^sin diferencia apreciable/) as string,
      en: expect.stringMatching(/^no difference can be told/) as string,
    });
  });

  it("says the other sentence, and that it is the other, when the claim does not hold", () => {
    const block = toFinding(spec({ holds: ({ women }) => women!.estimate! > 0.5 }), labels);
    expect(block).toMatchObject({ kind: "finding", held: false, title: { es: "¿Quién encabeza?" } });
    expect(block.text.en).toBe("It cannot be said: 12,345.");
    expect(toFinding(spec({ holds: ({ women }) => women!.estimate! > 0.4 }), labels).held).toBe(true);
  });

  it("tests the claim against the rows by their names, one row a name", () => {
    let seen: Readonly<Record<string, Released>> = {};
    const holds: FindingSpec["holds"] = (rows) => {
      seen = rows;
      return true;
    };
    toFinding(spec({ evidence: { women: [share], gap }, holds }), labels);
    expect(seen).toEqual({ women: share, gap });
  });

  it("adds the caution in both languages as soon as one number is imprecise, and only then", () => {
    const low = { ...share, precision: "low" as const };
    expect(text({ evidence: { women: low } })).toMatchObject({
      es: expect.stringMatching(/\. Precisión baja: úsese con cautela\.$/) as string,
      en: expect.stringMatching(/\. Low precision: use with caution\.$/) as string,
    });
    expect(text({ evidence: { women: share, other: low } }).es).toMatch(/úsese con cautela/);
    expect(text({ evidence: { women: { ...share, precision: "moderate" } } }).es).not.toMatch(/cautela/);
  });

  it("says that the sample does not suffice where a number of the sentence does not exist", () => {
    const none = { ...share, estimate: null, se: null, ci: null, reason: "nobody answered" as const };
    expect(text({ evidence: { women: none } })).toEqual({
      es: "La muestra no alcanza para responder esta pregunta.",
      en: "The sample does not suffice to answer this question.",
    });
    // a sentence that does without that number is said
    expect(text({ evidence: { women: none }, holds: () => false }).en).toBe("It cannot be said: 12,345.");
  });

  it("carries its rows, its labels and what the group makes of it", () => {
    const reading = { state: "contested" as const, text: { es: "No hay acuerdo." } };
    expect(toFinding(spec(), labels, reading)).toMatchObject({ rows: [share], labels, reading });
    expect(toFinding(spec(), labels)).not.toHaveProperty("reading");
  });
});

describe("toFinding(spec, labels), refused", () => {
  it("a hole without a value, with those there are", () => {
    expect(refusal({ text: { es: "{men}", en: "" } })).toMatch(
      /^finding "claim": the hole "men" has no value \(there are: women, women\.ci,/,
    );
    expect(refusal({ text: { es: "{women.median}", en: "" } }, "es")).toMatch(
      /^hallazgo «claim»: el hueco «women\.median» no tiene valor/,
    );
  });

  it("a hole of the sentence that is not said is not looked at: it may have no value exactly then", () => {
    expect(refusal({ otherwise: { es: "{nadie}", en: "{nobody}" } })).toBe("");
  });

  it("the certainty of what is no difference", () => {
    expect(refusal({ text: { es: "{women.certainty}", en: "" } })).toMatch(/the hole "women\.certainty"/);
  });

  it.each([
    ["none", [], 0],
    ["two", [share, share], 2],
  ] as const)("a name for %s rows", (_, rows, count) => {
    expect(refusal({ evidence: { women: rows } })).toBe(
      `finding "claim": the evidence "women" is ${count} estimates and must be one; pick the group or the answer`,
    );
  });

  it("a withheld row, before the claim is tested on it", () => {
    const holds = () => {
      throw new Error("tested");
    };
    expect(refusal({ evidence: { women: withheld() }, holds })).toBe(
      'finding "claim": the evidence "women" is a withheld cell and cannot be cited',
    );
  });
});
