import { AxeBuilder } from "@axe-core/playwright";
import type { Page, TestInfo } from "@playwright/test";
import { LANGUAGES } from "../../src-shared/words/companion/index.ts";
import { expect, test } from "./support/companion.ts";
import { showBusiness } from "./support/shown-business.ts";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WIDTHS = [320, 390, 1280];
/** Only these have another order on a wide screen. */
const WIDE: ReadonlySet<string> = new Set(["services", "times", "change"]);
/** To look at them oneself: `BELLHOP_PICTURES=1` writes each page beside the report. */
const PICTURES = process.env["BELLHOP_PICTURES"] === "1";
const MARA = "mara@google.example";

const TROUBLES = [
  "cookies",
  "pop-up",
  "cancelled",
  "unverified",
  "disabled",
  "down",
  "expired",
  "no-e-mail",
  "linked-elsewhere",
  "too-many",
] as const;

/** Pages that anybody can open. */
const OPEN = [
  "/",
  "/sign-in",
  "/sign-in/trouble",
  ...TROUBLES.map((kind) => `/sign-in/trouble/${kind}?provider=google`),
  "/sign-up",
  "/sign-up/sent",
  "/reset",
  "/reset/sent",
  "/reset/new?token=x",
  "/confirm?token=x",
  "/privacy",
  "/nowhere",
] as const;

/** Nothing against WCAG 2.2 AA. */
async function judge(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join()}`);
  expect.soft(found, name).toEqual([]);
}

interface Judged {
  readonly info: TestInfo;
  readonly rules: boolean;
}

/** Looks at the page as it stands, at each width: nothing beside the screen, nothing against the rules. */
async function look(page: Page, { info, rules }: Judged, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    if (rules && (width === 320 || (width === 1280 && WIDE.has(name))))
      await judge(page, `${name} at ${width}`);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(wider, `${name} scrolls sideways at ${width}`).toBe(0);
    if (PICTURES)
      await page.screenshot({ path: info.outputPath(`${name}-${width}.png`), fullPage: true });
  }
}

/** A file's name out of an address. */
const named = (address: string): string => address.replaceAll(/[^a-z]+/gi, "-").slice(0, 60);

for (const language of LANGUAGES)
  for (const colorScheme of ["light", "dark"] as const)
    test(`every page can be read by everybody, with the longest names, ${language}, ${colorScheme}`, async ({
      page,
      site,
    }, info) => {
      test.setTimeout(300_000);
      // The rules do not ask which language it is, but what the colours are.
      const judged = { info, rules: language === "en" };
      await page.emulateMedia({ colorScheme });
      const go = (path: string) => page.goto(`${site.url}${path}`);
      const see = async (path: string, name = named(path)): Promise<void> => {
        await go(path);
        await look(page, judged, name);
      };
      const press = (selector: string) => page.locator(selector).first().click();
      const shown = await showBusiness(site);
      await go(`/language?to=${language}`);
      for (const path of OPEN) await see(path);

      // Choosing, with and without something to choose from.
      await see(shown.path, "services");
      await see(`${shown.path}?service=${shown.service}`, "times");
      await page.setViewportSize({ width: 390, height: 800 });
      await press(".times button:visible");
      await look(page, judged, "held");
      await press('form[action="/sign-in/google"] button');
      await page.getByRole("button", { name: /Mara Lindqvist/ }).click();
      await page.getByRole("button", { name: "Allow" }).click();
      await look(page, judged, "check");
      await press('form[action$="/book"] button');
      await look(page, judged, "waiting");

      for (const is of ["confirmed", "declined", "cancelled", "late"] as const)
        await see(`/bookings/${await shown.request(MARA, is)}`, is);
      await see("/bookings");
      const changeable = await shown.request(MARA, "confirmed");
      await see(`/bookings/${changeable}/change`, "change");
      await see(`/bookings/${changeable}/cancel`, "cancel");
      for (const path of ["/profile", "/profile/password", "/profile/delete", "/pair"])
        await see(path);

      await go(`/language?to=${language}`);
      await shown.publish({ services: [] });
      await see(shown.path, "no-services");
      const NO_HOURS = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
      await shown.publish({ hours: NO_HOURS });
      await see(`${shown.path}?service=${shown.service}`, "no-times");
      await go("/profile");
      await press('form[action="/sign-out"] button');
      await see("/sign-in", "signed-out");
    });

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("without scripts a time is chosen, held through the sign-in, and booked", async ({
    page,
    site,
  }) => {
    const shown = await showBusiness(site);
    await page.goto(`${site.url}${shown.path}`);
    await page.getByRole("link", { name: /^Cut & finish/ }).click();
    await page
      .getByRole("button", { name: /\d\d:\d\d$/ })
      .first()
      .click();
    await expect(page.getByText("Your time is held for you")).toBeVisible();
    await page.getByRole("button", { name: "Continue with Google" }).click();
    await page.getByRole("button", { name: /Mara Lindqvist/ }).click();
    await page.getByRole("button", { name: "Allow" }).click();
    await page.getByRole("button", { name: "Book", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Asked for" })).toBeVisible();
  });
});
