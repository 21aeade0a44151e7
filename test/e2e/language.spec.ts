import { extractText, getDocumentProxy } from "unpdf";
import { onGrid, openScreen } from "./support/book.ts";
import { expect, test } from "./support/test.ts";

test("the whole window turns to the language that is chosen, with its dates, and stays so", async ({
  window,
  desk,
}) => {
  await openScreen(window, "Settings");
  await window.getByRole("button", { name: "Language and clock" }).click();
  await window.getByText("Deutsch").click();
  await expect(window.getByRole("heading", { level: 1, name: "Sprache und Uhr" })).toBeVisible();
  await expect(window.locator("html")).toHaveAttribute("lang", "de");
  await window.getByRole("button", { name: "Plan", exact: true }).first().click();
  await expect(window.getByRole("button", { name: "Neue Buchung" })).toBeVisible();
  await expect(window.getByRole("heading", { level: 1 })).toContainText("Mittwoch");
  await expect(
    window.getByRole("button", { name: /^Mara Vogt, .* 12:00 bis 12:30/ }),
  ).toBeVisible();
  expect(await desk.bridge.call("preferences.get", {})).toMatchObject({ language: "de" });

  await window.reload();
  await expect(window.getByRole("button", { name: "Neue Buchung" })).toBeVisible();
});

test("the day sheet is printed in the chosen language", async ({ window, desk }) => {
  await desk.bridge.call("preferences.set", { language: "es" });
  await window.reload();
  await expect(window.getByRole("button", { name: "Nueva reserva" })).toBeVisible();
  await window.evaluate(() => (globalThis.print = () => undefined));
  await window.keyboard.press("Control+p");
  await window.getByRole("button", { name: "Imprimir", exact: true }).click();
  await expect(window.locator(".day-sheet")).toHaveCount(1);
  const paper = await getDocumentProxy(new Uint8Array(await window.pdf({ format: "A4" })));
  const [page = ""] = (await extractText(paper)).text;
  expect(page).toContain("miércoles");
  expect(page).toContain("Servicio");
});

test("hours are counted as chosen, whatever the region does", async ({ window, desk }) => {
  await expect(onGrid(window, /^Mara Vogt, Short cut, 12:00/)).toBeVisible();
  await openScreen(window, "Settings");
  await window.getByRole("button", { name: "Language and clock" }).click();
  await window.getByText("12 hours").click();
  await openScreen(window, "Schedule");
  await expect(onGrid(window, /^Mara Vogt, Short cut, 12:00 pm/i)).toBeVisible();
  expect(await desk.bridge.call("preferences.get", {})).toMatchObject({ clock: "12" });
});
