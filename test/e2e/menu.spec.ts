import type { MenuCommand } from "../../src-shared/commands.ts";
import { expect, test } from "./support/test.ts";

const SCREENS: readonly (readonly [MenuCommand, RegExp])[] = [
  ["customers", /Customers/],
  ["integrations", /Integrations/],
  ["help", /Help/],
  ["settings", /Settings/],
];

test("what is chosen in the menu of the app happens in the window", async ({ desk, window }) => {
  for (const [command, tab] of SCREENS) {
    desk.choose({ command, byKey: false });
    await expect(window.locator("[aria-current=page]").first()).toHaveText(tab);
  }
  desk.choose({ command: "about", byKey: false });
  await expect(window.getByRole("heading", { name: "About" })).toBeVisible();
  desk.choose({ command: "print", byKey: false });
  await expect(window.getByRole("dialog")).toBeVisible();
});

test("a dialog has to be answered first, and the menu's keys leave who types alone", async ({
  desk,
  window,
}) => {
  desk.choose({ command: "keys", byKey: false });
  const keys = window.getByRole("dialog", { name: "Keys" });
  await expect(keys).toBeVisible();
  desk.choose({ command: "customers", byKey: false });
  await expect
    .poll(async () => (await desk.bridge.call("app.chosenCommand", {})).chosen)
    .toBeNull();
  await expect(keys).toBeVisible();
  await window.keyboard.press("Escape");
  await expect(keys).toHaveCount(0);
  desk.choose({ command: "customers", byKey: true });
  await expect(window.locator("[aria-current=page]").first()).toHaveText(/Customers/);
});

test("settings open by the platform's key", async ({ window }) => {
  await expect(window.getByText("Up to date").first()).toBeVisible();
  await window.keyboard.press("Control+,");
  await expect(window.locator("[aria-current=page]").first()).toHaveText(/Settings/);
});
