import { DataError } from "../errors.js";
import type { Design } from "./design.js";
import { placeOf } from "./row-problems.js";

/**
 * The same design asked about one part of its sample only: a part without known probabilities by its name, or with null everything
 * that has them. The two are never pooled.
 *
 * @throws {DataError} if no part without known probabilities has the name
 */
export function inPart(design: Design, name: string | null): Design {
  const part = name === null ? -1 : design.parts.indexOf(name);
  if (name !== null && part < 0) {
    const known = design.parts.map((each) => `"${each}"`).join(", ") || "—";
    throw new DataError([{ code: "unknownPart", holes: { name, known }, place: placeOf(design.table) }]);
  }
  return Object.freeze({ ...design, domain: Uint8Array.from(design.partOf, (each) => (each === part ? 1 : 0)) });
}
