import { describe, expect, it } from "vitest";
import { toDesign } from "../src/design/design.js";
import { type Asked, estimateKey } from "../src/estimate/key.js";
import { mean } from "../src/estimate/mean.js";
import { tableOf } from "./table-fixture.js";

const asked: Asked = {
  unit: "household",
  statistic: "proportion",
  variable: "agua",
  level: "si",
  by: null,
  where: null,
};

describe("estimateKey(asked)", () => {
  it("is the same whatever order groups and conditions were written in", () => {
    const one = { ...asked, by: { municipio: "juarez", grupo: "dfi" }, where: { sexo: ["m", "h"], edad: "1" } };
    const other = {
      ...asked,
      by: { grupo: "dfi", municipio: "juarez" },
      where: { edad: ["1"], sexo: ["h", "m", "h"] },
    };
    expect(estimateKey(one)).toBe("household|proportion|agua|si|by=grupo:dfi,municipio:juarez|where=edad:1,sexo:h+m");
    expect(estimateKey(other)).toBe(estimateKey(one));
  });

  it("tells apart what only looks alike: signs in names and values are escaped", () => {
    const keys = [
      { ...asked, by: { a: "1,b:2" } },
      { ...asked, by: { a: "1", b: "2" } },
      { ...asked, where: { a: "1+2" } },
      { ...asked, where: { a: ["1", "2"] } },
      { ...asked, where: "a:1+2" },
      { ...asked, where: { "(a": "1" } },
      { ...asked, level: "si|by=" },
      { ...asked, part: "x" },
      { ...asked, where: "|part=x" },
    ].map(estimateKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("reads over the spaces of an expression that mean nothing, not those of a value", () => {
    const key = (where: string): string => estimateKey({ ...asked, where });
    expect(key(" edad  >=\n18 ")).toBe(key("edad >= 18"));
    expect(key("x = 'a  b'")).not.toBe(key("x = 'a b'"));
  });

  it("names the sides of a difference in their order", () => {
    const between = { column: "grupo", a: "sin_dfi", b: "con_dfi" };
    expect(estimateKey({ ...asked, statistic: "difference", between })).toBe(
      "household|difference|agua|si|between=grupo:sin_dfi>con_dfi|by=|where=",
    );
  });

  it("is each row's own, and an empty condition is none", () => {
    const design = toDesign(tableOf({ y: [1, 2], g: ["a", "b"] }), {});
    expect(mean(design, "y", { by: ["g"], where: {} }).map((row) => row.key)).toEqual([
      "household|mean|y||by=g:a|where=",
      "household|mean|y||by=g:b|where=",
    ]);
  });
});
