import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { sampleSalon } from "../../src-main/core/sample-salon/index.ts";
import { startTestDesk, timeFrom } from "./support/desk.ts";
import { lostByZoom } from "./support/reach.ts";
import { MORNING, ZONE } from "./support/small-salon.ts";
import { expect, test as base } from "./support/test.ts";

/** A desk that nobody has set up yet. */
const test = base.extend({
  desk: async ({ timezoneId }, provide) => {
    const zone = timezoneId ?? ZONE;
    const { business, today } = sampleSalon({ now: MORNING, zone, seed: 1 });
    const none = { staff: [], services: [], customers: [], bookings: [], blocks: [], overlap: [] };
    const salon = { business, today, ...none };
    const desk = await startTestDesk({ salon, time: timeFrom(MORNING) });
    await provide(desk);
    await desk.stop();
  },
});

async function toStep(window: Page, step: number): Promise<void> {
  await expect(window.getByText(`Step ${step} of 3`)).toBeVisible();
}

test("three steps with the keyboard alone end on an open schedule (D10, D11)", async ({
  window,
  desk,
}) => {
  const { keyboard } = window;
  await toStep(window, 1);
  await expect(window.getByRole("heading", { level: 1 })).toBeFocused();
  await keyboard.press("Tab");
  await keyboard.type("Atelier Nord");
  await keyboard.press("Enter");
  await toStep(window, 2);
  await expect(window.getByRole("heading", { level: 1 })).toBeFocused();
  const person = window.getByRole("textbox", { name: "Name of person 1" });
  for (let i = 0; i < 60; i++) {
    await keyboard.press("Tab");
    if (await person.evaluate((field) => field === document.activeElement)) break;
  }
  await keyboard.type("Anna");
  await keyboard.press("Enter");
  await toStep(window, 3);
  await keyboard.press("Tab");
  await keyboard.type("Cut");
  await keyboard.press("Tab");
  await keyboard.type("45");
  await keyboard.press("Tab");
  await keyboard.type("54");
  await keyboard.press("Enter");
  await expect(window.getByRole("button", { name: "New booking" })).toBeVisible();
  await expect(window.getByText("Atelier Nord")).toBeVisible();
  await expect(window.getByText("Anna").first()).toBeVisible();
  expect(await desk.bridge.call("service.list", {})).toMatchObject([
    { name: "Cut", durationMinutes: 45, priceMinor: 5_400 },
  ]);
});

test("what is missing is said at its field, which has the focus", async ({ window }) => {
  await window.getByRole("button", { name: "Continue" }).click();
  const name = window.getByRole("textbox", { name: "Name" });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription("Write how the business is called.");
  await name.fill("Atelier");
  await expect(window.getByText("Write how the business is called.")).toBeHidden();
  await window.getByRole("button", { name: "Continue" }).click();
  await window.getByRole("button", { name: "Continue" }).click();
  const person = window.getByRole("textbox", { name: "Name of person 1" });
  await expect(person).toBeFocused();
  await expect(person).toHaveAccessibleDescription("Write at least one name.");
});

test("what was typed survives going back and closing the window", async ({ window, desk }) => {
  await window.getByRole("textbox", { name: "Name" }).fill("Atelier Nord");
  await window.getByRole("button", { name: "Continue" }).click();
  await window.getByRole("textbox", { name: "Name of person 1" }).fill("Anna");
  await window.getByRole("textbox", { name: "Monday, opens" }).fill("7:30");
  await window.getByRole("button", { name: "Back" }).click();
  await expect(window.getByRole("textbox", { name: "Name" })).toHaveValue("Atelier Nord");
  await window.getByRole("button", { name: "Continue" }).click();
  await expect
    .poll(async () => (await desk.bridge.call("setUp.draft", {}))?.hours[1].spans[0]?.from)
    .toBe("07:30");
  await window.reload();
  await toStep(window, 2);
  await expect(window.getByRole("textbox", { name: "Name of person 1" })).toHaveValue("Anna");
  await expect(window.getByRole("textbox", { name: "Monday, opens" })).toHaveValue("07:30");
});

for (const colorScheme of ["light", "dark"] as const)
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("no step breaks a rule of WCAG 2.2 AA that a program can check", async ({ window }) => {
      for (const step of [1, 2, 3]) {
        await toStep(window, step);
        const { violations } = await new AxeBuilder({ page: window }).analyze();
        expect.soft(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        if (step === 1) await window.getByRole("textbox", { name: "Name" }).fill("Atelier");
        if (step === 2)
          await window.getByRole("textbox", { name: "Name of person 1" }).fill("Anna");
        if (step < 3) await window.getByRole("button", { name: "Continue" }).click();
      }
    });
  });

test("from 80 to 200 % each step can be reached and read", async ({ window }, info) => {
  for (const step of [1, 2, 3]) {
    await toStep(window, step);
    const path = (file: string) => info.outputPath(`${step} ${file}`);
    expect.soft(await lostByZoom(window, path), `step ${step}`).toEqual([]);
    if (step === 1) await window.getByRole("textbox").first().fill("Atelier Nord");
    if (step === 2) await window.getByRole("textbox", { name: "Name of person 1" }).fill("Anna");
    if (step < 3) await window.getByRole("button", { name: "Continue" }).click();
  }
});

test("a practice salon is there to look around in, says so on every screen, and makes way for one's own business (D13)", async ({
  window,
  desk,
}) => {
  await window.getByRole("button", { name: "Look around in a practice salon" }).click();
  const line = window.getByRole("complementary", { name: "This is a practice salon." });
  await expect(line).toBeVisible();
  await expect(window.getByText("Anna Lindqvist").first()).toBeVisible();
  await window.getByRole("button", { name: "Settings" }).click();
  await expect(line).toBeVisible();
  await line.getByRole("button", { name: "Set up your own business" }).click();
  const question = window.getByRole("alertdialog", { name: "Leave the practice salon?" });
  await question.getByRole("button", { name: "Keep practising" }).click();
  await expect(line).toBeVisible();
  await line.getByRole("button", { name: "Set up your own business" }).click();
  await question.getByRole("button", { name: "Clear it away" }).click();
  await toStep(window, 1);
  expect(await desk.bridge.call("staff.list", {})).toEqual([]);
});
