import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sweep } from "../src/load/sweep.js";
import { folder } from "./temporary-folder.js";

describe("sweep(folder)", () => {
  it("removes what a process that has ended left, and nothing of one that runs nor of anybody else", () => {
    const at = folder();
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    const stays = [`released-${process.pid}.json`, "released-2022.json.txt", "released.json", "report.es.html"];
    for (const name of [...stays, `released-${pid}.json`, `.perfil-tmp-${pid}-a.ipynb`])
      writeFileSync(join(at, name), "");
    mkdirSync(join(at, `.perfil-tmp-${pid}-Xy12`, "notebooks"), { recursive: true });
    mkdirSync(join(at, `.perfil-tmp-${process.pid}-Xy12`));
    sweep(at);
    expect(readdirSync(at).toSorted()).toEqual([`.perfil-tmp-${process.pid}-Xy12`, ...stays].toSorted());
  });

  it("has nothing to do in a folder that is not there", () => {
    expect(() => sweep(join(folder(), "nada"))).not.toThrow();
  });
});
