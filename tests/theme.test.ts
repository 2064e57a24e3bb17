import { describe, expect, it } from "vitest";
import { paler } from "../src/present/marks.js";
import { ACCENT, GROUPS, INK, INK_SOFT, PART, PRECISION, TOTAL } from "../src/present/theme.js";

/** WCAG 2.2's relative luminance. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2's contrast ratio of two colours. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe("the palette", () => {
  it("has the contrast that WCAG's example pair has", () => {
    // #767676 on white is the well-known lightest grey of 4.5 : 1.
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  });
  it("draws every group at 3 : 1 or more on white, and writes at 4.5 : 1 or more", () => {
    for (const { color } of [...GROUPS, TOTAL, PART]) expect(contrast(color, "#ffffff")).toBeGreaterThanOrEqual(3);
    for (const color of [INK, INK_SOFT, ACCENT]) expect(contrast(color, "#ffffff")).toBeGreaterThanOrEqual(4.5);
  });
  it("writes on the precision colours at 4.5 : 1 or more", () => {
    for (const { background, color } of Object.values(PRECISION))
      expect(contrast(background, color)).toBeGreaterThanOrEqual(4.5);
  });
  it("tells groups apart without colour: no two share a pattern", () => {
    expect(new Set(GROUPS.map((look) => look.pattern)).size).toBe(GROUPS.length);
  });
  it("mixes with white", () => {
    expect(paler("#000000", 0.5)).toBe("#808080");
    expect(paler("#0b4f6c", 1)).toBe("#0b4f6c");
  });
});
