import { expect } from "@playwright/test";
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
