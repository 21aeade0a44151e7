import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type Page } from "@playwright/test";
import { PRACTICE_CALENDAR } from "../../../scripts/practice/google-events.ts";
import { type Online, startOnline } from "../../../scripts/practice/online.ts";
import { pairDesk } from "../../../scripts/practice/pair-desk.ts";
import { sampleSalon } from "../../../src-main/core/sample-salon/index.ts";
import { systemClock, systemScheduler } from "../../../src-main/node/time.ts";
import { startTestDesk, type TestDesk } from "./desk.ts";
import { ZONE } from "./small-salon.ts";

export { expect } from "@playwright/test";

interface Fixtures {
  readonly online: Online;
  readonly desk: TestDesk;
  /** The desk's window, on the schedule. */
  readonly window: Page;
}

interface Options {
  /** Whether the story begins with desk and companion paired. */
  readonly paired: boolean;
}

/** A salon without customers or bookings at a desk of its own, a companion, and a stand-in for every provider. */
export const test = base.extend<Options & Fixtures>({
  paired: [true, { option: true }],
  timezoneId: ZONE,
  online: async ({ browserName: _browser }, provide) => {
    const folder = mkdtempSync(join(tmpdir(), "bellhop-companion-"));
    const online = await startOnline(folder);
    try {
      await provide(online);
    } finally {
      await online.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  desk: async ({ online, paired }, provide) => {
    const salon = sampleSalon({ now: systemClock.now(), zone: ZONE, seed: 1 });
    const empty = { ...salon, customers: [], bookings: [], blocks: [], overlap: [] };
    const time = { clock: systemClock, scheduler: systemScheduler };
    const desk = await startTestDesk({ salon: empty, time });
    try {
      desk.google.control.setSwitches({ allowHttpWebhooks: true });
      await desk.connect(PRACTICE_CALENDAR);
      if (paired) await pairDesk(desk.bridge, online);
      await provide(desk);
    } finally {
      await desk.stop();
    }
  },
  window: async ({ page, desk }, provide) => {
    await page.goto(desk.host.url);
    await provide(page);
  },
});
