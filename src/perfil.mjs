#!/usr/bin/env node
// The executable. It is plain JavaScript and committed, so that it runs before anything is built.
import { setUp } from "./setup.mjs";

setUp();
const { main } = await import("../dist/cli.js");
process.exitCode = await main(process.argv.slice(2));
