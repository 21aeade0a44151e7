import type { Page } from "@playwright/test";
import { onGrid, titleBar } from "./support/book.ts";
import { tabTo } from "./support/keys.ts";
import { expect, test, timesIn } from "./support/test.ts";

/** What a screen reader is told politely. */
function live(window: Page) {
  return window.locator("[role=status][aria-live=polite]");
}

test.describe("at a connected desk", () => {
  test.beforeEach(async ({ window }) => {
    await expect(titleBar(window)).toContainText("Up to date");
    await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
  });

  test("somebody who did not come is marked, taken back and marked again, without a mouse (D4, D11)", async ({
    window,
    desk,
  }) => {
    const { keyboard } = window;
    await tabTo(window, /^Esra Yıldız, /);
    await keyboard.press("ArrowRight");
    await expect(onGrid(window, /^Mara Vogt/)).toBeFocused();
    await keyboard.press("Enter");
    await expect(window.getByRole("heading", { name: "Mara Vogt" })).toBeVisible();
    await tabTo(window, /^No-show$/);
    await keyboard.press("Enter");
    await expect(live(window)).toHaveText("Mara Vogt did not come");
    await expect(onGrid(window, /^Mara Vogt, Short cut, 12:00 to 12:30, No-show/)).toBeVisible();
    // The focus is still in the pane, where the visit goes on.
    await expect(
      window.getByRole("complementary", { name: "Beside the schedule" }).locator(":focus"),
    ).toHaveCount(1);
    await keyboard.press("Control+z");
    await expect(live(window)).toHaveText("Taken back: Mara Vogt did not come");
    await expect(onGrid(window, /^Mara Vogt, .*, Confirmed/)).toBeVisible();
    await keyboard.press("Control+Shift+z");
    await expect(live(window)).toHaveText("Done again: Mara Vogt did not come");
    await expect(onGrid(window, /^Mara Vogt, .*, No-show/)).toBeVisible();
    // The time was reserved for her, so Google keeps it.
    expect(timesIn(desk)).toContain("Mara Vogt 12:00-12:30");
  });

  test("a visit goes through its steps by Enter alone; behind the last one the focus is still in the pane (D4, D11)", async ({
    window,
  }) => {
    const { keyboard } = window;
    await tabTo(window, /^Esra Yıldız, /);
    await keyboard.press("ArrowRight");
    await keyboard.press("Enter");
    await expect(window.getByRole("heading", { name: "Mara Vogt" })).toBeVisible();
    for (let tabs = 0; tabs < 2; tabs += 1) await tabTo(window, /^Arrived$/);
    const pane = window.getByRole("complementary", { name: "Beside the schedule" });
    for (const said of ["Mara Vogt has arrived", "Mara Vogt is in service", "Mara Vogt is done"]) {
      await keyboard.press("Enter");
      await expect(live(window)).toHaveText(said);
    }
    await expect(pane.getByRole("button", { name: /^Edit/ })).toBeFocused();
  });

  test("what is done by keys is said, taken back and done again, and the focus stays with it (D2, D11)", async ({
    window,
  }) => {
    const { keyboard } = window;
    await tabTo(window, /^Esra Yıldız, /);
    await keyboard.press("ArrowRight");
    await keyboard.press("Alt+ArrowDown");
    await expect(live(window)).toHaveText("Mara Vogt moved to 12:15, Ben");
    await expect(onGrid(window, /^Mara Vogt, Short cut, 12:15 to 12:45/)).toBeFocused();
    await keyboard.press("Control+z");
    await expect(live(window)).toHaveText("Taken back: Mara Vogt moved to 12:15, Ben");
    await expect(onGrid(window, /^Mara Vogt, Short cut, 12:00 to 12:30/)).toBeFocused();
    await keyboard.press("Control+Shift+z");
    await expect(live(window)).toHaveText("Done again: Mara Vogt moved to 12:15, Ben");
    await expect(onGrid(window, /^Mara Vogt, Short cut, 12:15 to 12:45/)).toBeFocused();
  });

  test("somebody is found by a part of the phone and opened, and Escape leads back to where one was (D10, D11)", async ({
    window,
  }) => {
    const { keyboard } = window;
    await tabTo(window, /^Esra Yıldız, /);
    await keyboard.press("Control+k");
    const search = window.getByRole("dialog", { name: "Search everything" });
    await expect(search.getByRole("searchbox")).toBeFocused();
    await keyboard.type("125 003");
    await expect(search.getByRole("option", { name: /^Henrike Voß/ })).toBeVisible();
    await keyboard.press("Escape");
    await expect(search).toBeHidden();
    await expect(onGrid(window, /^Esra Yıldız/)).toBeFocused();
    await keyboard.press("/");
    await expect(search.getByRole("searchbox")).toBeFocused();
    await keyboard.type("voss");
    const found = search.getByRole("option", { name: /^Henrike Voß/ });
    await expect(found).toBeVisible();
    await expect(search.getByRole("searchbox")).toHaveAttribute(
      "aria-activedescendant",
      (await found.getAttribute("id")) ?? "",
    );
    await keyboard.press("Enter");
    await expect(window.getByRole("heading", { name: "Henrike Voß" })).toBeVisible();
  });
});

test.describe("at a desk without a calendar", () => {
  test.use({ connected: false });

  test("Google Calendar is connected without a mouse (S14, D11)", async ({ window, desk }) => {
    const { keyboard } = window;
    desk.google.control.setConsent({ mode: "approve" });
    await expect(titleBar(window)).toContainText("Not connected");
    await tabTo(window, /^Integrations/);
    await keyboard.press("Enter");
    await tabTo(window, /^Connect$/);
    await keyboard.press("Enter");
    await expect(
      window.getByRole("heading", { name: "What is shared with Google?" }),
    ).toBeFocused();
    await tabTo(window, /^Sign in with Google$/);
    await keyboard.press("Enter");
    await expect(window.getByRole("heading", { name: "Waiting for Google…" })).toBeFocused();
    await expect.poll(() => desk.opened.length).toBe(1);
    await (await fetch(desk.opened[0] ?? "")).text();
    await expect(window.getByRole("heading", { name: "Which calendar?" })).toBeFocused();
    await keyboard.press("Tab");
    await expect(window.getByRole("radio", { name: /Make a new calendar/ })).toBeFocused();
    const ours = window.getByRole("radio", { name: "Salon bookings" });
    for (let presses = 0; presses < 6 && !(await ours.isChecked()); presses += 1)
      await keyboard.press("ArrowDown");
    await expect(ours).toBeFocused();
    await expect(ours).toBeChecked();
    await tabTo(window, /^Continue/);
    await keyboard.press("Enter");
    await expect(window.getByRole("heading", { name: "How shall it work?" })).toBeFocused();
    await tabTo(window, /^Start the sync$/);
    await keyboard.press("Enter");
    await expect(
      window.getByRole("heading", { name: "Google Calendar is connected" }),
    ).toBeFocused();
    await tabTo(window, /^To the schedule/);
    await keyboard.press("Enter");
    await expect(titleBar(window)).toContainText("Up to date");
    await expect.poll(() => timesIn(desk)).toHaveLength(3);
  });
});
