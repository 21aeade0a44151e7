import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import type { Practice } from "../../scripts/practice/practice.ts";
import { openTab, test } from "./support/practice-desk.ts";

test("a customer who was not found is added, with the name as searched for", async ({
  desk,
  practice,
}) => {
  await openTab(desk, "Customers");
  await desk.getByRole("main").getByLabel("Search customers").fill("Zdenka Novotná");
  await desk.getByRole("button", { name: "New customer “Zdenka Novotná”" }).click();
  await expect(desk.getByLabel("Name", { exact: true })).toHaveValue("Zdenka Novotná");
  await desk.getByLabel("E-mail", { exact: true }).fill("not an address");
  await desk.getByRole("button", { name: "Save", exact: true }).click();
  await expect(desk.getByText("This is not an e-mail address.")).toBeVisible();
  await desk.getByLabel("E-mail", { exact: true }).fill("zdenka@example.com");
  await desk.getByLabel("Alert").fill("Allergic to ammonia");
  await desk.getByRole("button", { name: "Save", exact: true }).click();

  const card = desk.getByRole("complementary", { name: "Zdenka Novotná" });
  await expect(card).toContainText("Allergic to ammonia");
  await expect(card).toContainText("No visits yet");
  const [hit] = await practice.bridge.call("customer.search", { query: "zdenka", limit: 5 });
  expect(hit).toMatchObject({ email: "zdenka@example.com", alert: "Allergic to ammonia" });
});

test("a card shows visits, is changed in place, and begins a booking", async ({
  desk,
  practice,
}) => {
  await openTab(desk, "Customers");
  const all = await practice.bridge.call("customer.search", { query: "", limit: 200 });
  const regular = all.find(({ visits }) => visits > 0);
  if (regular === undefined) throw new Error("Nobody was ever here.");
  await desk
    .getByRole("button", { name: new RegExp(regular.name) })
    .first()
    .click();
  const card = desk.getByRole("complementary", { name: regular.name });
  await expect(card.getByRole("heading", { name: "Visits" })).toBeVisible();

  await card.getByRole("button", { name: `Edit ${regular.name}` }).click();
  await desk.getByLabel("Notes").fill("Prefers the window seat");
  await desk.getByRole("button", { name: "Save", exact: true }).click();
  await expect(card).toContainText("Prefers the window seat");

  await card.getByRole("button", { name: "New booking" }).click();
  await expect(desk.getByRole("dialog").getByText(regular.name).first()).toBeVisible();
});

async function openCard(desk: Page, name: string): Promise<void> {
  await desk.getByRole("main").getByLabel("Search customers").fill(name);
  await desk
    .getByRole("list", { name: "Customers" })
    .getByRole("button", { name: new RegExp(name) })
    .first()
    .click();
  await expect(desk.getByRole("complementary", { name })).toBeVisible();
}

async function fromMenu(desk: Page, name: string, entry: string): Promise<void> {
  await desk.getByRole("button", { name: `More about ${name}` }).click();
  await desk.getByRole("menuitem", { name: entry }).click();
}

async function addCards(practice: Practice): Promise<void> {
  const add = (fields: { name: string; phone: string; email: string; notes: string }) =>
    practice.bridge.call("customer.save", { existing: null, fields: { ...fields, alert: "" } });
  await add({
    name: "Zdenka Novotná",
    phone: "0170 1",
    email: "zdenka@example.com",
    notes: "Window seat",
  });
  await add({
    name: "Zdenka Novotna",
    phone: "0999 2",
    email: "",
    notes: "Takes tea",
  });
}

test("two cards of one person become one: what differs is chosen, the rest is kept", async ({
  desk,
  practice,
}) => {
  await addCards(practice);
  await openTab(desk, "Customers");
  await openCard(desk, "Zdenka Novotná");
  await fromMenu(desk, "Zdenka Novotná", "Merge with another card…");
  const find = desk.getByRole("dialog", { name: "Merge Zdenka Novotná with another card" });
  await expect(find.getByLabel("The other card")).toBeFocused();
  await find.getByRole("button", { name: /^Zdenka Novotna/ }).click();

  const ask = desk.getByRole("alertdialog");
  await expect(ask.getByRole("radio", { name: "Zdenka Novotná" })).toBeChecked();
  await ask.getByText("0999 2").click();
  await expect(ask.getByLabel("Notes")).toHaveValue("Window seat\nTakes tea");
  await ask.getByRole("button", { name: "Merge", exact: true }).click();

  const card = desk.getByRole("complementary", { name: "Zdenka Novotná" });
  await expect(card).toContainText("0999 2");
  await expect(card).toContainText("zdenka@example.com");
  await expect(card).toContainText("Takes tea");
  expect(await practice.bridge.call("customer.search", { query: "zdenka", limit: 5 })).toHaveLength(
    1,
  );
});

test("everything about one person is saved as a file, to read or for a program", async ({
  desk,
  practice,
}) => {
  await addCards(practice);
  await openTab(desk, "Customers");
  await openCard(desk, "Zdenka Novotná");
  const saved = async (entry: string): Promise<{ name: string; text: string }> => {
    const download = desk.waitForEvent("download");
    await fromMenu(desk, "Zdenka Novotná", entry);
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  };
  const json = await saved("Save all data (JSON)");
  expect(json.name).toMatch(/^customer-\d{4}-\d{2}-\d{2}\.json$/);
  expect(JSON.parse(json.text)).toMatchObject({ customer: { notes: "Window seat" }, bookings: [] });
  const text = await saved("Save all data to read");
  expect(text.name).toMatch(/\.txt$/);
  expect(text.text).toContain("What is kept about Zdenka Novotná");
  expect(text.text).not.toContain("0999 2");
});

test("a person's data is deleted after a question that says what it means", async ({
  desk,
  practice,
}) => {
  const all = await practice.bridge.call("customer.search", { query: "", limit: 200 });
  const expected = all.find(({ nextVisit, visits }) => nextVisit !== null && visits > 0);
  if (expected === undefined) throw new Error("Nobody is expected.");
  await openTab(desk, "Customers");
  await openCard(desk, expected.name);
  await fromMenu(desk, expected.name, "Delete all data…");
  const ask = desk.getByRole("alertdialog", { name: `Delete everything about ${expected.name}?` });
  await expect(ask).toContainText("for the numbers of the business");
  await expect(ask.getByRole("radio", { name: /^Cancel/ })).toBeChecked();
  await ask.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(ask).toBeHidden();
  await expect(desk.getByRole("complementary", { name: expected.name })).toBeVisible();

  await fromMenu(desk, expected.name, "Delete all data…");
  await ask.getByRole("button", { name: "Delete for good" }).click();
  await expect(ask).toBeHidden();
  await expect(desk.getByText("Everything about this customer is deleted.")).toBeVisible();
  await expect(desk.getByText(`Nobody found for “${expected.name}”`)).toBeVisible();
});
