import { readFileSync } from "node:fs";
import type { SimRequest, SimResponse } from "../server/exchange.ts";

const types = { html: "text/html", css: "text/css", js: "text/javascript" } as const;

const names = [
  "week.html",
  "week.css",
  "week.js",
  "week-call.js",
  "week-editor.js",
  "week-pointer.js",
  "week-time.js",
] as const;

/** The files of the week page; undefined for every other path. */
export function answerPageFile(request: SimRequest): SimResponse | undefined {
  if (request.method !== "GET") return undefined;
  const wanted = request.path === "/" ? "week.html" : request.path.slice(1);
  const name = names.find((one) => one === wanted);
  if (name === undefined) return undefined;
  const extension = name.slice(name.lastIndexOf(".") + 1);
  const type = Object.entries(types).find(([key]) => key === extension)?.[1] ?? "text/plain";
  return {
    status: 200,
    headers: { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" },
    body: readFileSync(new URL(name, import.meta.url), "utf8"),
  };
}
