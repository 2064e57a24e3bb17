import { fileURLToPath } from "node:url";
import { writeFiles } from "./files.js";

writeFiles(fileURLToPath(new URL("..", import.meta.url)));
