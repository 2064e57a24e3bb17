import { createRequire } from "node:module";
import { afterEach, describe, expect, it, vi } from "vitest";
import { BLOCK_MIME } from "../src/present/block.js";
import { type Bundle, bundleOf, show } from "../src/present/display.js";
import { blocks } from "./report-fixture.js";

describe("bundleOf(block, language)", () => {
  it("holds the block itself, HTML and text, and for a figure what plotly draws", () => {
    expect(Object.keys(bundleOf(blocks.causes, "es").data)).toEqual([
      BLOCK_MIME,
      "application/vnd.plotly.v1+json",
      "text/html",
      "text/plain",
    ]);
    expect(bundleOf(blocks.table, "es").data).not.toHaveProperty("application/vnd.plotly.v1+json");
    expect(JSON.parse(JSON.stringify(bundleOf(blocks.table, "es").data[BLOCK_MIME]))).toEqual(blocks.table);
  });
});

describe("show(block)", () => {
  afterEach(() => vi.restoreAllMocks());
  it("writes text where there is no kernel", () => {
    const written: string[] = [];
    vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
    show(blocks.nobody, "en");
    expect(written.join("")).toContain("Hidalgo del Parral");
  });
  it("writes one display through the kernel's own writer, as it is at the time of the call", () => {
    const kernel = createRequire(import.meta.url)("tslab/dist/jupyter.js") as { lastWriteDisplayData: unknown };
    const displays: Bundle[] = [];
    kernel.lastWriteDisplayData = (bundle: Bundle) => displays.push(bundle);
    try {
      show(blocks.table, "es");
    } finally {
      kernel.lastWriteDisplayData = null;
    }
    expect(displays).toHaveLength(1);
    expect(displays[0]!.data[BLOCK_MIME]).toBe(blocks.table);
  });
});
