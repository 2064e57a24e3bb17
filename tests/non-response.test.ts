import { describe, expect, it } from "vitest";
import { nonResponse } from "../src/load/non-response.js";

describe("nonResponse(label)", () => {
  it.each([
    ["No sabe", 3],
    ["No sé", 3],
    ["13. Don't know", 3],
    ["Don´t Know", 3],
    ["Ne sait pas", 3],
    ["No sabe / No responde", 3],
    ["No sabe (no leer en voz alta)", 3],
    ["Don't know or can't remember", 3],
    ["Prefiere no responder", 4],
    ["Prefiero no contestar esta pregunta", 4],
    ["Prefers not to answer", 4],
    ["Refused to answer", 4],
    ["Préfère ne pas répondre", 4],
    ["No contesta", 4],
  ])("%s is clear", (label, kind) => {
    expect(nonResponse(label)).toEqual({ kind, clear: true });
  });

  it.each([
    ["Refused", 4],
    ["NS", 3],
    ["Desconocido", 3],
    ["N/A", 3],
  ])("%s may say it", (label, kind) => {
    expect(nonResponse(label)).toEqual({ kind, clear: false });
  });

  it.each([
    "No sabe leer",
    "No",
    "No (no sabe)",
    "Otro / No sabe",
    "North south",
    "Le negaron la ayuda",
    "",
    "Ninguna",
  ])("%s says something else", (label) => {
    expect(nonResponse(label)).toBeNull();
  });
});
