import { readFileSync } from "node:fs";
import type { SimRequest, SimResponse } from "../server/exchange.ts";

const files: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  "/": { name: "week.html", type: "text/html; charset=utf-8" },
  "/week.css": { name: "week.css", type: "text/css; charset=utf-8" },
  "/week.js": { name: "week.js", type: "text/javascript; charset=utf-8" },
};

/** The files of the week page; undefined for every other path. */
export function answerPageFile(request: SimRequest): SimResponse | undefined {
  const file = request.method === "GET" ? files[request.path] : undefined;
  if (file === undefined) return undefined;
  return {
    status: 200,
    headers: { "content-type": file.type, "cache-control": "no-store" },
    body: readFileSync(new URL(file.name, import.meta.url), "utf8"),
  };
}
