import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Page, test as base, type TestInfo } from "@playwright/test";
import { startCompanionAt } from "../../scripts/practice/companion-at.ts";
import { freePort } from "../../scripts/practice/free-port.ts";
import { sampleSalon } from "../../src-main/core/sample-salon/index.ts";
import { onGrid, openScreen, titleBar } from "./support/book.ts";
import { startTestDesk, type TestDesk } from "./support/desk.ts";
import { differences, type Fingerprint, fingerprintOf } from "./support/fingerprint.ts";
import { fullSalon } from "./support/full-salon.ts";
import { NOON, NOON_ZONE, startNoonSalon } from "./support/noon-salon.ts";
import { showBusiness } from "./support/shown-business.ts";
import { handTime } from "../fixtures/hand-time.ts";

/** How the screens look, as numbers: pictures would differ with each computer's way to draw letters. */
const KEPT_IN = path.join(import.meta.dirname, "looks.json");
/** `npm run pictures` keeps what is shown now. */
const RENEW = process.env["BELLHOP_PICTURES"] === "1";

interface Looks {
  readonly noon: TestDesk;
  readonly full: TestDesk;
}

/** Desks that no story changes, each started once. */
const test = base.extend<{ readonly bench: Page }, Looks>({
  noon: [
    async ({ browserName: _browser }, provide) => {
      const desk = await startNoonSalon();
      await provide(desk);
      await desk.stop();
    },
    { scope: "worker" },
  ],
  full: [
    async ({ browserName: _browser }, provide) => {
      const time = handTime(new Date(NOON).toISOString());
      const desk = await startTestDesk({ salon: fullSalon(), time });
      await provide(desk);
      await desk.stop();
    },
    { scope: "worker" },
  ],
  /** An empty page in which pictures are measured. */
  bench: async ({ browser }, provide) => {
    const page = await browser.newPage();
    await provide(page);
    await page.close();
  },
});

const { expect } = test;
test.use({ timezoneId: NOON_ZONE, contextOptions: { reducedMotion: "reduce" } });

function keptLooks(): Record<string, Fingerprint> {
  return JSON.parse(readFileSync(KEPT_IN, "utf8")) as Record<string, Fingerprint>;
}

/** Keeps what stands still: the same numbers twice in a row. */
async function keep(name: string, look: () => Promise<Fingerprint>): Promise<void> {
  let last: Fingerprint = [];
  await expect
    .poll(async () => {
      const before = last;
      last = await look();
      return last.join() === before.join();
    })
    .toBe(true);
  const looks = { ...keptLooks(), [name]: last };
  writeFileSync(KEPT_IN, `${JSON.stringify(looks, null, 2)}\n`);
}

/** Fails unless the window looks as it did when `npm run pictures` was run last; attaches how it looks now. */
async function expectLook(name: string, window: Page, bench: Page, info: TestInfo): Promise<void> {
  await window.mouse.move(0, 0);
  let picture: Buffer | null = null;
  const look = async (): Promise<Fingerprint> => {
    const found = await fingerprintOf(window, bench);
    picture = found.picture;
    return found.print;
  };
  if (RENEW) return keep(name, look);
  const kept = keptLooks()[name] ?? [];
  try {
    await expect(async () => {
      expect(differences(kept, await look()), name).toEqual([]);
    }).toPass({ timeout: 15_000 });
  } catch (error) {
    if (picture !== null) {
      const file = info.outputPath(`${name}.png`);
      writeFileSync(file, picture);
      await info.attach(name, { path: file, contentType: "image/png" });
    }
    throw error;
  }
}

async function openAt(window: Page, { host }: TestDesk): Promise<void> {
  await window.clock.setFixedTime(NOON);
  await window.goto(host.url);
  await expect(titleBar(window)).toBeVisible();
}

async function openNoon(window: Page, noon: TestDesk): Promise<void> {
  await openAt(window, noon);
  await expect(onGrid(window, /^Google, busy/)).toBeVisible();
}

for (const colorScheme of ["light", "dark"] as const)
  test(`a day, ${colorScheme}`, async ({ page, noon, bench }, info) => {
    await page.emulateMedia({ colorScheme });
    await openNoon(page, noon);
    await expectLook(`day, ${colorScheme}`, page, bench, info);
  });

test("a week, a month, a booking in the pane", async ({ page, noon, bench }, info) => {
  await openNoon(page, noon);
  await page.keyboard.press("w");
  await expect(page.getByRole("group", { name: /columns by day$/ })).toBeVisible();
  await expectLook("week", page, bench, info);
  await page.keyboard.press("m");
  await expect(page.getByRole("heading", { name: "November 2026", level: 1 })).toBeVisible();
  await expectLook("month", page, bench, info);
  await page.keyboard.press("d");
  await onGrid(page, /^Carla Müller/).click();
  await expect(page.getByRole("heading", { name: "Carla Müller" })).toBeVisible();
  await expectLook("booking", page, bench, info);
});

test("the integrations and the settings", async ({ page, noon, bench }, info) => {
  await openNoon(page, noon);
  await openScreen(page, "Integrations");
  await expect(page.getByRole("main")).toContainText("Active");
  await expectLook("integrations", page, bench, info);
  await openScreen(page, "Settings");
  await page.getByRole("button", { name: "Services", exact: true }).click();
  await expect(page.getByRole("main").getByText("Balayage", { exact: true })).toBeVisible();
  await expectLook("settings", page, bench, info);
});

for (const [width, height] of [
  [1280, 800],
  [1920, 1080],
] as const)
  test(`twelve people and 160 bookings, ${width} wide`, async ({ page, full, bench }, info) => {
    await page.setViewportSize({ width, height });
    await openAt(page, full);
    await expect(page.getByText("160 bookings").first()).toBeVisible();
    await expectLook(`full day, ${width}`, page, bench, info);
  });

test("the first run", async ({ page, bench }, info) => {
  const { business, today } = sampleSalon({ now: NOON, zone: NOON_ZONE, seed: 1 });
  const none = { staff: [], services: [], customers: [], bookings: [], blocks: [], overlap: [] };
  const time = handTime(new Date(NOON).toISOString());
  const desk = await startTestDesk({ salon: { business, today, ...none }, time });
  try {
    await page.clock.setFixedTime(NOON);
    await page.goto(desk.host.url);
    await expect(page.getByText("Step 1 of 3")).toBeVisible();
    await expectLook("first run", page, bench, info);
  } finally {
    await desk.stop();
  }
});

test("the times that a customer sees", async ({ page, bench }, info) => {
  const clock = { now: () => NOON };
  const folder = mkdtempSync(path.join(tmpdir(), "bellhop-looks-"));
  const site = await startCompanionAt(await freePort(), folder, {}, clock);
  try {
    const shown = await showBusiness({ url: site.url, opened: site.opened() }, NOON);
    await page.clock.setFixedTime(NOON);
    await page.goto(`${site.url}${shown.path}?service=${shown.service}`);
    await expect(page.locator(".times button:visible").first()).toBeVisible();
    await expectLook("customer’s times", page, bench, info);
  } finally {
    await site.pause();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Nothing is compared while the looks are kept anew. */
if (!RENEW)
  test("a missing panel, another colour and a column out of its place are seen; other letters are not", async ({
    page,
    noon,
    bench,
  }) => {
    await openNoon(page, noon);
    const kept = keptLooks()["day, light"] ?? [];
    const differs = async (): Promise<boolean> =>
      differences(kept, (await fingerprintOf(page, bench)).print).length > 0;
    const style = (selector: string, property: string, value: string): Promise<void> =>
      page
        .locator(selector)
        .first()
        .evaluate((part, [name, now]) => part.style.setProperty(name, now), [
          property,
          value,
        ] as const);
    await expect.poll(differs).toBe(false);
    for (const [selector, property, value] of [
      ["html", "--desk", "#f1f3f7"],
      ["html", "--brass-bright", "#4a90e2"],
      [".pane", "visibility", "hidden"],
      [".col-place:nth-child(3)", "visibility", "hidden"],
      [".col-place:nth-child(2)", "flex-grow", "1.1"],
      [".heads", "height", "56px"],
    ] as const) {
      await style(selector, property, value);
      expect(await differs(), `${selector} ${property}`).toBe(true);
      await style(selector, property, "");
      expect(await differs(), `${selector} as before`).toBe(false);
    }
    await style("body", "text-rendering", "geometricPrecision");
    expect(await differs()).toBe(false);
  });
