import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // a kernel takes about 200 MB: two files at a time is what a laptop bears
    maxWorkers: 2,
  },
});
export default config;
