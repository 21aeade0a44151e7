import type { Page } from "@playwright/test";
import { onGrid, openScreen, slotAt, titleBar } from "./support/book.ts";
import { expect, test } from "./support/test.ts";

/** Holds the answers of the search back until the story lets them go. */
async function holdSearch(window: Page): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await window.route("**/bridge/customer.search", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

test("Enter pressed before the answer is there takes the first of it, in a booking's form (D3)", async ({
  window,
}) => {
  const { x, y } = await slotAt(window, "Deniz Aydın", "13:00");
  await window.mouse.click(x, y);
  const form = window.getByRole("dialog", { name: "New booking" });
  await expect(form.getByLabel("Customer: name, phone or e-mail")).toBeFocused();
  const release = await holdSearch(window);
  await window.keyboard.type("voss");
  await window.keyboard.press("Enter");
  release();
  await expect(form.getByText("Henrike Voß")).toBeVisible();
  await expect(form.getByRole("combobox", { name: /^Customer/ })).toBeHidden();
});

test("Enter pressed before the answer is there opens the first of it, in the search (D11)", async ({
  window,
}) => {
  const release = await holdSearch(window);
  await window.keyboard.press("/");
  await window.keyboard.type("231 25 0 01");
  await window.keyboard.press("Enter");
  release();
  await expect(window.getByRole("heading", { name: "Esra Yıldız" })).toBeVisible();
});

test("what was chosen with the arrows is what Enter takes (D3)", async ({ window }) => {
  const { x, y } = await slotAt(window, "Deniz Aydın", "13:00");
  await window.mouse.click(x, y);
  const form = window.getByRole("dialog", { name: "New booking" });
  await window.keyboard.type("@example");
  await expect(window.getByRole("option", { name: /^Theo Amara/ })).toBeVisible();
  await window.keyboard.press("ArrowDown");
  await window.keyboard.press("ArrowDown");
  const chosen = window.locator("[role=option][data-focused]");
  const name = await chosen.locator(".name").textContent();
  await window.keyboard.press("Enter");
  await expect(form.getByText(name ?? "nobody")).toBeVisible();
});

test("a visit on a customer's card leads to that occurrence of a series, not to its first (D3, D7)", async ({
  window,
  desk,
}) => {
  const staff = await desk.bridge.call("staff.list", {});
  const services = await desk.bridge.call("service.list", {});
  const [theo] = await desk.bridge.call("customer.search", { query: "theo", limit: 1 });
  const deniz = staff.find(({ name }) => name === "Deniz Aydın");
  const cut = services.find(({ name }) => name === "Cut & finish");
  if (theo === undefined || deniz === undefined || cut === undefined) throw new Error("No salon.");
  await desk.bridge.call("booking.create", {
    id: "01990000-0000-7000-8000-00000000f001",
    booking: {
      staffId: deniz.id,
      start: "2026-11-04T12:00:00.000Z",
      durationMinutes: 45,
      serviceId: cut.id,
      customer: { is: "known", id: theo.id },
      walkIn: false,
      customerNotes: "",
      deskNotes: "",
      priceMinor: null,
      rrule: "FREQ=WEEKLY;COUNT=5",
    },
    anyway: true,
  });
  await openScreen(window, "Customers");
  await window.getByRole("main").getByLabel("Search customers").fill("theo");
  await window
    .getByRole("list", { name: "Customers" })
    .getByRole("button", { name: /Theo Amara/ })
    .click();
  const card = window.getByRole("complementary", { name: "Theo Amara" });
  await card.getByRole("button", { name: /18 Nov/ }).click();
  await expect(window.getByRole("heading", { name: "Wednesday 18 November" })).toBeVisible();
  await expect(onGrid(window, /^Theo Amara, Cut & finish, 13:00/)).toBeVisible();
  await expect(window.getByRole("complementary", { name: "Beside the schedule" })).toContainText(
    "18 Nov",
  );
});
