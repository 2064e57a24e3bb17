// Writes the replicate weights that we make for replicates.csv, for R to compute with: tsx tests/golden/made-weights.ts
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { toDesign } from "../../src/design/design.js";
import { replicateWeights } from "../../src/design/replicates.js";
import { readTableFile } from "../../src/load/table-file.js";

const folder = dirname(fileURLToPath(import.meta.url));
const table = await readTableFile(join(folder, "replicates.csv"));
const pairs = { weights: "weight", strata: ["pair"], clusters: ["unit"] };
const strata = { weights: "weight", strata: ["stratum"], clusters: ["psu"], nest: true };
const designs = {
  mbrr: toDesign(table, { ...pairs, replicates: { make: "BRR" } }),
  mfay: toDesign(table, { ...pairs, replicates: { make: "Fay", rho: 0.5, mse: true } }),
  mboot: toDesign(table, { ...strata, replicates: { make: "bootstrap", count: 60, seed: 7 } }),
};
const columns = Object.entries(designs).flatMap(([prefix, { replicates }]) =>
  Array.from({ length: replicates!.count }, (_, each) => ({
    name: `${prefix}_${each + 1}`,
    weights: replicateWeights(replicates!, each),
  })),
);
const lines = Array.from({ length: table.size }, (_, row) => columns.map(({ weights }) => weights[row]).join(","));
writeFileSync(join(folder, "made-weights.csv"), [columns.map(({ name }) => name).join(","), ...lines, ""].join("\n"));
