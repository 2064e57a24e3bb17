import { inspect } from "node:util";
import type { Estimate } from "../estimate/estimate.js";
import type { Released } from "../policy/released.js";
import { estimatesText } from "../present/text.js";

/**
 * Gives a list of estimates the text that a cell prints when it ends in one: a table for people instead of objects. The
 * list itself is a copy and otherwise the same.
 */
export function readable<Row extends Estimate | Released>(rows: readonly Row[]): readonly Row[] {
  const copy = [...rows];
  Object.defineProperty(copy, inspect.custom, { value: () => estimatesText(rows), enumerable: false });
  return Object.freeze(copy);
}
