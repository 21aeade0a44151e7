import { expect, type Page, test } from "@playwright/test";
import { onGrid, openScreen, titleBar } from "../e2e/support/book.ts";
import { NOON, NOON_ZONE, startNoonSalon } from "../e2e/support/noon-salon.ts";

const FOLDER = "docs/pictures";

test.use({ timezoneId: NOON_ZONE });

async function pictureOf(window: Page, name: string): Promise<void> {
  await window.mouse.move(0, 799);
  await window.screenshot({ path: `${FOLDER}/${name}.png`, animations: "disabled" });
}

test("the pictures of the README", async ({ page }) => {
  test.slow();
  const desk = await startNoonSalon();
  try {
    await page.clock.setFixedTime(NOON);
    await page.goto(desk.host.url);
    await expect(titleBar(page)).toContainText("Up to date");
    await expect(onGrid(page, /with Anna Lindqvist$/).first()).toBeVisible();
    await expect(onGrid(page, /^Google, busy/)).toBeVisible();
    await pictureOf(page, "schedule-light");
    await page.emulateMedia({ colorScheme: "dark" });
    await pictureOf(page, "schedule-dark");
    await page.emulateMedia({ colorScheme: "light" });
    await openScreen(page, "Integrations");
    await expect(page.getByRole("main")).toContainText("Active");
    await pictureOf(page, "integrations");
  } finally {
    await desk.stop();
  }
});
