import { writeFileSync } from "node:fs";
import path from "node:path";
import { bridgeDocs } from "./docs/bridge.ts";
import { ROOT } from "./tools/run.ts";

writeFileSync(path.join(ROOT, "docs", "bridge.md"), bridgeDocs());
console.log("docs/bridge.md is written.");
