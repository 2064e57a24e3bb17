import { describe, expect, it } from "vitest";
import {
  decimalsOf,
  formatCv,
  formatDate,
  formatInterval,
  formatNumber,
  formatP,
  formatShare,
} from "../src/present/format.js";

// The expected texts are those of DOMAIN's "Words": 58.3 % and 6 888 490 in Spanish, 58.3% and 6,888,490 in English.
describe("formatNumber(value, { decimals, language })", () => {
  it("groups by threes: narrow spaces in Spanish from five digits up, commas in English", () => {
    expect(formatNumber(6888490, { decimals: 0, language: "es" })).toBe("6\u202f888\u202f490");
    expect(formatNumber(1264, { decimals: 0, language: "es" })).toBe("1264");
    expect(formatNumber(12640, { decimals: 0, language: "es" })).toBe("12\u202f640");
    expect(formatNumber(1264, { decimals: 0, language: "en" })).toBe("1,264");
    expect(formatNumber(6888490.4, { decimals: 0, language: "en" })).toBe("6,888,490");
  });
  it("gives no sign to what rounds to zero", () => {
    expect(formatNumber(-0.04, { decimals: 1, language: "es" })).toBe("0.0");
    expect(formatNumber(-0, { decimals: 0, language: "en" })).toBe("0");
    expect(formatNumber(-0.06, { decimals: 1, language: "en" })).toBe("−0.1");
  });
  it("writes huge numbers without an exponent", () => {
    expect(formatNumber(1e21, { decimals: 0, language: "en" })).toBe("1,000,000,000,000,000,000,000");
  });
});

describe("formatShare, formatCv, formatP", () => {
  it("parts number and per cent sign by a narrow space in Spanish only", () => {
    expect(formatShare(0.583, "es")).toBe("58.3\u202f%");
    expect(formatShare(0.583, "en")).toBe("58.3%");
    expect(formatCv(0.074321, "en")).toBe("7.4%");
  });
  it("never rounds a CV up to a threshold of precision that it does not reach", () => {
    expect(formatCv(0.14964, "en")).toBe("14.96%");
    expect(formatCv(0.299996, "es")).toBe("29.9996\u202f%");
    expect(formatCv(0.1494, "en")).toBe("14.9%");
    expect(formatCv(0.15, "en")).toBe("15.0%");
    expect(formatCv(0.30004, "en")).toBe("30.0%");
  });
  it("never prints a p-value as zero", () => {
    expect(formatP(3.4e-65, "es")).toBe("< 0.001");
    expect(formatP(0.0662, "en")).toBe("0.066");
  });
});

describe("formatInterval(ci, limit, language)", () => {
  const limit = (value: number) => formatNumber(value, { decimals: 1, language: "es" });
  it("uses a dash, or a word where a minus sign would stand beside it", () => {
    expect(formatInterval([57.7, 73.8], limit, "es")).toBe("57.7–73.8");
    expect(formatInterval([-1.2, 4], limit, "es")).toBe("−1.2 a 4.0");
    expect(formatInterval([-1.2, 4], limit, "en")).toBe("−1.2 to 4.0");
  });
  it("says in words that a side does not exist", () => {
    expect(formatInterval([null, 9], limit, "es")).toBe("hasta 9.0");
    expect(formatInterval([9, null], limit, "en")).toBe("9.0 or more");
  });
});

describe("decimalsOf(value, se)", () => {
  it("prints neither eleven decimals nor a standard error of 0.00", () => {
    expect(decimalsOf(3.9123, 0.16)).toBe(2);
    expect(decimalsOf(43.1, 0.9)).toBe(1);
    expect(decimalsOf(5234.2, 81)).toBe(0);
    expect(decimalsOf(3.9, 0.0004)).toBe(4);
  });
});

describe("formatDate(date, language)", () => {
  it("writes days, months and years, and leaves other texts alone", () => {
    expect(formatDate("2022-03-01", "es")).toBe("1 de marzo de 2022");
    expect(formatDate("2022-10", "en")).toBe("October 2022");
    expect(formatDate("2022", "es")).toBe("2022");
    expect(formatDate("2022-13-01", "es")).toBe("2022-13-01");
  });
});
