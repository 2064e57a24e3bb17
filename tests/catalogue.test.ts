import { describe, expect, it } from "vitest";
import { messages } from "../src/words/messages.js";

const holesOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();

describe("the messages", () => {
  it.each(Object.entries(messages))("%s has the same holes in Spanish and English", (_, { es, en }) => {
    expect(holesOf(es)).toEqual(holesOf(en));
  });

  it.each(Object.entries(messages))(
    "%s follows the house style: no capital at the start, no full stop",
    (_, { en }) => {
      expect(en).not.toMatch(/^(?!Spanish)[A-Z][a-z]|\.$/);
    },
  );

  it("never call people «desplazados» or «IDP» in Spanish", () => {
    expect(Object.values(messages).filter(({ es }) => /desplazados|\bIDP\b/i.test(es))).toEqual([]);
  });
});
