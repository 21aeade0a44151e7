import { describe, expect, it } from "vitest";
import { accentCss, accentPath } from "../../../src-companion/pages/accent.ts";
import { assetRoutes } from "../../../src-companion/pages/assets.ts";
import { accentShades } from "../../../src-shared/domain/accent.ts";

const YELLOW = "#ffd400";

describe("the rules for a business's own colour", () => {
  it("say it for light and dark pages, and nothing where the visitor has a contrast theme", () => {
    const css = accentCss("ffd400.css") ?? "";
    const { light, dark } = accentShades(YELLOW);
    const [first = "", second = ""] = css.split("prefers-color-scheme: dark");
    for (const [part, shade] of [
      [first, light],
      [second, dark],
    ] as const) {
      expect(part).toContain(`--accent: ${shade.accent};`);
      expect(part).toContain(`--on-accent: ${shade.on};`);
    }
    expect(css.match(/@media/g)).toHaveLength(2);
    expect(css.match(/forced-colors: none/g)).toHaveLength(2);
  });

  it("are served for every colour, to be kept for ever, and for nothing else", async () => {
    const app = assetRoutes();
    const found = await app.request(accentPath(YELLOW).replace("/assets", ""));
    expect([found.status, found.headers.get("content-type")]).toEqual([
      200,
      "text/css; charset=utf-8",
    ]);
    expect(found.headers.get("cache-control")).toContain("immutable");
    for (const name of [
      "red.css",
      "ffd400",
      "FFD400.css",
      "ffd400.css.css",
      "ffd400%0a.css",
      ".css",
    ])
      expect((await app.request(`/accent/${name}`)).status, name).toBe(404);
  });
});
