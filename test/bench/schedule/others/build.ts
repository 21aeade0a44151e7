import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";

const HERE = import.meta.dirname;
const MODULES = join(HERE, "..", "..", "..", "..", "node_modules");
/** The types name it so; the package has a folder there. */
const ADDON = "react-big-calendar/lib/addons/dragAndDrop.js";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

export interface ServedPages {
  urlOf(name: string): string;
  close(): void;
}

/** Builds the pages of the other calendars as one builds for production, and serves them on this computer. */
export async function serveOthers(): Promise<ServedPages> {
  const outDir = mkdtempSync(join(tmpdir(), "bellhop-bench-pages-"));
  const names = ["react-big-calendar", "event-calendar"];
  await build({
    configFile: false,
    root: HERE,
    mode: "production",
    logLevel: "error",
    plugins: [react()],
    resolve: {
      alias: [{ find: ADDON, replacement: join(MODULES, ADDON.replace(/\.js$/, "/index.js")) }],
    },
    build: {
      outDir,
      emptyOutDir: true,
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: names.map((name) => join(HERE, `${name}.html`)) },
    },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    try {
      const bytes = readFileSync(join(outDir, path));
      response.writeHead(200, { "Content-Type": TYPES[extname(path)] ?? "" }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (name) => `http://127.0.0.1:${port}/${name}.html`,
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
