import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DataError } from "../errors.js";
import type { Reading } from "../present/block.js";

const texts = z.record(z.string(), z.string());
const schema: z.ZodType<Record<string, Reading>> = z.record(
  z.string(),
  z.strictObject({
    state: z.enum(["agreed", "contested", "proposed", "rejected"]),
    text: texts,
    dissent: texts.exactOptional(),
  }),
);

/**
 * What the group makes of the findings: `readings.json` in the study's workshop folder, by the finding's id. It holds
 * sectors' words, never a person's name. A study without one has no readings yet.
 *
 * @throws {DataError} if the file is not of that form
 */
export function readReadings(workshop: string): Readonly<Record<string, Reading>> {
  const path = join(workshop, "readings.json");
  if (!existsSync(path)) return {};
  const file = "readings.json";
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new DataError([{ code: "notJson", holes: { detail }, place: { file } }]);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DataError(
    parsed.error.issues.map((issue) => ({
      code: "invalidSetting",
      holes: { detail: issue.message },
      place: { file, path: issue.path.map(String).join(".") },
    })),
  );
}
