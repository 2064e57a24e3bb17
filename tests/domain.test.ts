import { describe, expect, it } from "vitest";
import { domainMask } from "../src/design/domain.js";
import type { CodeColumn } from "../src/load/table.js";
import { tableOf, withColumn } from "./table-fixture.js";

const table = tableOf({ age: [5, 18, null, 60], sex: ["w", "m", "w", null], code: ["01", "1", "01", "2"] });

describe("domainMask(table, where)", () => {
  it("is the rows whose columns hold one of the values, codes as they are written", () => {
    expect([...domainMask(table, { code: "01" })]).toEqual([1, 0, 1, 0]);
    expect([...domainMask(table, { code: ["01", "2"], sex: ["w", "m"] })]).toEqual([1, 0, 1, 0]);
    expect([...domainMask(table, { age: "18" })]).toEqual([0, 1, 0, 0]);
  });

  it("is the rows for which an expression holds; where an answer is missing it is not known to hold", () => {
    expect([...domainMask(table, `\${age} >= 18 or \${sex} = 'w'`)]).toEqual([1, 1, 1, 1]);
  });

  it("names every column that is not there, and a value that is none of a questionnaire's choices", () => {
    expect(() => domainMask(table, { aeg: "1", sxe: "w" })).toThrow(/"aeg".*\n.*"sxe"/);
    const asked = withColumn(table, { ...(table.columns.get("sex") as CodeColumn), choices: true });
    expect(() => domainMask(asked, { sex: "x" })).toThrow('unknown value of "sex": "x"');
    // where no questionnaire says what there can be, nobody may have said it
    expect([...domainMask(table, { sex: "x" })]).toEqual([0, 0, 0, 0]);
  });
});
