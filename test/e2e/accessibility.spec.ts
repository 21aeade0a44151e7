import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { PRACTICE_CALENDAR, timesOn } from "../../scripts/practice/google-events.ts";
import { onGrid } from "./support/book.ts";
import { PLACES } from "./support/places.ts";
import { TODAY, ZONE } from "./support/small-salon.ts";
import { expect, test } from "./support/test.ts";

/** Off by themselves: axe counts WCAG 2.2 as new. Targets are at least 24 by 24, or stand as far from each other. */
const ALSO = { "target-size": { enabled: true } };

async function violationsIn(window: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: window }).options({ rules: ALSO }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const LOOKS = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced colours": { colorScheme: "dark", forcedColors: "active" },
} as const;

for (const [look, media] of Object.entries(LOOKS))
  for (const [where, places] of Object.entries(PLACES))
    test(`${where}, ${look}: no place breaks a rule of WCAG 2.2 AA that a program can check (D11)`, async ({
      window,
      desk,
    }) => {
      test.slow();
      await window.emulateMedia(media);
      const bank = { summary: "Bank", ...timesOn(TODAY, "15:00", "16:00", ZONE) };
      desk.google.control.createEvent(PRACTICE_CALENDAR, bank);
      await desk.bridge.call("sync.now", {});
      for (const { name, open } of places)
        await test.step(name, async () => {
          await window.reload();
          await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
          await open(window, desk);
          expect.soft(await violationsIn(window), name).toEqual([]);
        });
    });
