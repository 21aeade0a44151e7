import { extname, join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import type { Plugin } from "vite";

const here = (...parts: string[]): string => join(import.meta.dirname, ...parts);

/** Native modules stay outside: they are loaded from node_modules, in a package from beside the archive. */
const NATIVE = ["better-sqlite3", "@napi-rs/keyring"];

const OTHER_LANGUAGE =
  /[\\/]react-(?:aria|stately|aria-components)[\\/].*[\\/](?!en-US|de-DE|es-ES)[a-z]{2}-[A-Z]{2}\.m?js$/;

/**
 * The kit of fields and dialogs brings its own words in 34 languages, a sixth of the page's size. It keeps those of
 * our catalogue; the others are English. Dates and numbers still follow the locale, they come from Intl.
 */
const SMALL_KIT: Plugin = {
  name: "small-kit",
  load: {
    filter: { id: OTHER_LANGUAGE },
    handler: (id) => `export { default } from "./en-US${extname(id)}";`,
  },
};

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      outDir: here("out/main"),
      rolldownOptions: {
        input: { index: here("src-main/electron/index.ts") },
        external: NATIVE,
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: here("out/preload"),
      minify: true,
      rolldownOptions: {
        input: { index: here("src-preload/index.ts") },
        // A sandboxed preload is loaded as CommonJS and can require nothing but Electron (Electron docs, Sandbox).
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: here("src-renderer"),
    plugins: [SMALL_KIT, react()],
    build: {
      outDir: here("out/renderer"),
      emptyOutDir: true,
      minify: true,
      // Fonts and pictures stay files of their own: the page's policy allows no data: fonts.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: here("src-renderer/index.html") },
        output: {
          // What forbids zod to evaluate code runs right behind zod itself: whichever chunk makes a schema comes later.
          codeSplitting: {
            groups: [{ name: "zod", test: /node_modules[\\/]zod[\\/]|no-eval\.ts$/ }],
          },
        },
      },
    },
  },
});
