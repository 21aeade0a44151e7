import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import type { AppEnv } from "../http/env.ts";
import { accentCss } from "./accent.ts";

const YEAR = "public, max-age=31536000, immutable";

const own = (name: string): string => fileURLToPath(new URL(`../assets/${name}`, import.meta.url));

const font = (subset: string): string =>
  fileURLToPath(
    import.meta.resolve(
      `@fontsource-variable/hanken-grotesk/files/hanken-grotesk-${subset}-wght-normal.woff2`,
    ),
  );

/** Name in the address, file, type. The colours are the desk's own file: one look, one source. */
const FILES = [
  [
    "tokens.css",
    fileURLToPath(new URL("../../src-renderer/styles/tokens.css", import.meta.url)),
    "text/css; charset=utf-8",
  ],
  ["companion.css", own("companion.css"), "text/css; charset=utf-8"],
  ["companion.js", own("companion.js"), "text/javascript; charset=utf-8"],
  ["icon.svg", own("icon.svg"), "image/svg+xml"],
  ["hanken-latin.woff2", font("latin"), "font/woff2"],
  ["hanken-latin-ext.woff2", font("latin-ext"), "font/woff2"],
] as const;

type AssetName = (typeof FILES)[number][0];

interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly version: string;
}

const ASSETS: ReadonlyMap<string, Asset> = new Map(
  FILES.map(([name, file, type]) => {
    const body = Uint8Array.from(readFileSync(file));
    const version = createHash("sha256").update(body).digest("base64url").slice(0, 12);
    return [name, { body, type, version }];
  }),
);

/** The address of a file, with its version, so that it may be kept for ever. */
export function assetPath(name: AssetName): string {
  return `/assets/${name}?v=${ASSETS.get(name)?.version ?? ""}`;
}

export function assetRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get("/:name", (c) => {
    const asset = ASSETS.get(c.req.param("name"));
    if (asset === undefined) return c.notFound();
    const current = c.req.query("v") === asset.version || c.req.param("name").endsWith(".woff2");
    return c.body(asset.body, 200, {
      "Content-Type": asset.type,
      "Cache-Control": current ? YEAR : "no-cache",
    });
  });
  app.get("/accent/:name", (c) => {
    const css = accentCss(c.req.param("name"));
    if (css === null) return c.notFound();
    return c.body(css, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": YEAR });
  });
  return app;
}
