import { expect } from "@playwright/test";
import { openSettings, test } from "./support/practice-desk.ts";

test("a service is added, changed and archived, and the archiving is taken back", async ({
  desk,
  practice,
}) => {
  await openSettings(desk, "Services");
  await desk.getByRole("button", { name: "Add a service" }).click();
  await desk.getByLabel("Name").fill("Scalp massage");
  await desk.getByLabel("Minutes").fill("25");
  await desk.getByLabel("Price in EUR").fill("21,50");
  await desk.getByRole("radio", { name: "Moss" }).check({ force: true });
  await desk.getByLabel("Ben Okafor").check({ force: true });
  await desk.getByRole("button", { name: "Save" }).click();

  const row = desk.getByRole("row", { name: /Scalp massage/ });
  await expect(row).toContainText("25 min");
  await expect(row).toContainText("€21.50");
  await expect(row).toContainText("Ben");
  await expect(row).toContainText("Basil");

  await row.getByRole("button", { name: "More for Scalp massage" }).click();
  await desk.getByRole("menuitem", { name: "Archive" }).click();
  await expect(row).toHaveCount(0);
  await desk.getByRole("button", { name: /^Undo/ }).click();
  await expect(row).toHaveCount(1);
  const saved = (await practice.bridge.call("service.list", {})).find(
    ({ name }) => name === "Scalp massage",
  );
  expect(saved).toMatchObject({
    durationMinutes: 25,
    priceMinor: 2_150,
    tint: "moss",
    active: true,
  });
});

test("what is wrong stands at its field, and nothing typed is lost", async ({ desk }) => {
  await openSettings(desk, "Services");
  await desk.getByRole("button", { name: "Add a service" }).click();
  await desk.getByLabel("Minutes").fill("3");
  await desk.getByLabel("Price in EUR").fill("a lot");
  await desk.getByRole("button", { name: "Save" }).click();
  await expect(desk.getByText("A service needs a name.")).toBeVisible();
  await expect(desk.getByText("Between 5 and 720 minutes.")).toBeVisible();
  await expect(desk.getByText("Write a price like 54 or 54.50.")).toBeVisible();
  await expect(desk.getByLabel("Price in EUR")).toHaveValue("a lot");
});

test("somebody else’s change meanwhile is said before it is saved over", async ({
  desk,
  practice,
}) => {
  await openSettings(desk, "Name and place");
  const name = desk.getByLabel("Name", { exact: true });
  await name.fill("Atelier Süd");
  const { revision } = await practice.bridge.call("business.get", {});
  await practice.bridge.call("business.update", { revision, fields: { name: "Atelier West" } });
  await expect(desk.getByText("Atelier West")).toBeVisible();

  await desk.getByRole("button", { name: "Save", exact: true }).click();
  await expect(desk.getByText("This was changed meanwhile.")).toBeVisible();
  await expect(name).toHaveValue("Atelier Süd");
  await desk.getByRole("button", { name: "Save mine over it" }).click();
  await expect(desk.getByText("Saved", { exact: true })).toBeVisible();
  expect(await practice.bridge.call("business.get", {})).toMatchObject({ name: "Atelier Süd" });
});

test("opening hours are typed in any way, closed and copied", async ({ desk, practice }) => {
  await openSettings(desk, "Opening hours");
  await desk.getByLabel("Tuesday, opens").fill("830");
  await desk.getByLabel("Tuesday, closes").fill("7pm");
  await desk.getByLabel("Tuesday, closes").blur();
  await expect(desk.getByLabel("Tuesday, opens")).toHaveValue("08:30");
  await desk.getByRole("button", { name: "Wednesday the same as the day before" }).click();
  await desk.getByRole("switch", { name: "Open on Thursday" }).click({ force: true });
  await desk.getByRole("button", { name: "Save", exact: true }).click();
  await expect(desk.getByText("Saved", { exact: true })).toBeVisible();
  const { hours } = await practice.bridge.call("business.get", {});
  expect(hours[2]).toEqual([{ from: "08:30", to: "19:00" }]);
  expect(hours[3]).toEqual(hours[2]);
  expect(hours[4]).toEqual([]);

  await desk.getByLabel("Friday, closes").fill("soon");
  await desk.getByLabel("Friday, closes").blur();
  await expect(desk.getByText("Write a time like 9:30.")).toBeVisible();
});

test("staff are put in order by keyboard and by pulling", async ({ desk, practice }) => {
  await openSettings(desk, "Staff");
  const names = async (): Promise<readonly string[]> =>
    (await practice.bridge.call("staff.list", {})).map(({ name }) => name);
  const before = await names();
  await desk.getByRole("button", { name: `Move ${before[0]}` }).press("ArrowDown");
  await expect.poll(names).toEqual([before[1], before[0], ...before.slice(2)]);

  const grip = await desk.getByRole("button", { name: `Move ${before[5]}` }).boundingBox();
  if (grip === null) throw new Error("The grip is not on the screen.");
  await desk.mouse.move(grip.x + 8, grip.y + 8);
  await desk.mouse.down();
  await desk.mouse.move(grip.x + 8, grip.y + 8 - 120, { steps: 6 });
  await desk.mouse.up();
  await expect
    .poll(names)
    .toEqual([before[1], before[0], before[5], before[2], before[3], before[4]]);
});

test("the appearance changes at once and is kept", async ({ desk }) => {
  await openSettings(desk, "Appearance");
  await desk.getByText("Dark", { exact: true }).click();
  await expect(desk.locator("html")).toHaveAttribute("data-theme", "dark");
  await desk.reload();
  await expect(desk.locator("html")).toHaveAttribute("data-theme", "dark");
});
