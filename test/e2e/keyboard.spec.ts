import { onGrid, openScreen, titleBar } from "./support/book.ts";
import { focusedName, tabTo } from "./support/keys.ts";
import { expect, test, timesIn } from "./support/test.ts";

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

test("a booking is made, moved, lengthened, taken back and cancelled without a mouse (D2, D11)", async ({
  window,
  desk,
}) => {
  const { keyboard } = window;
  await keyboard.press("c");
  await expect(window.getByLabel("Customer: name, phone or e-mail")).toBeFocused();
  await keyboard.type("Theo");
  await expect(window.getByRole("option", { name: /^Theo Amara/ })).toBeVisible();
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  // By its name: the list of a field is a dialog too while it closes.
  const form = window.getByRole("dialog", { name: "New booking" });
  await expect(form).toContainText("Theo Amara");
  await expect(form.getByRole("button", { name: /Service/ })).toBeFocused();
  await keyboard.press("Enter");
  await keyboard.type("Cons");
  await keyboard.press("Enter");
  await expect(form).toContainText("Consultation");
  await tabTo(window, /^Book/);
  await keyboard.press("Enter");
  const made = onGrid(window, /^Theo Amara, Consultation, 11:15 to 11:30, .* with Anna Lindqvist/);
  await expect(made).toBeVisible();
  await expect.poll(() => timesIn(desk)).toContain("Theo Amara 11:15-11:30");

  await tabTo(window, /^(Esra Yıldız|Theo Amara), /);
  if ((await focusedName(window)).startsWith("Esra")) await keyboard.press("ArrowDown");
  await expect(made).toBeFocused();
  await keyboard.press("Alt+ArrowDown");
  await keyboard.press("Alt+ArrowRight");
  const moved = onGrid(window, /^Theo Amara, Consultation, 11:30 to 11:45, .* with Ben Okafor/);
  await expect(moved).toBeFocused();
  await keyboard.press("Alt+Shift+ArrowDown");
  await expect(onGrid(window, /^Theo Amara, Consultation, 11:30 to 12:00/)).toBeFocused();
  await expect.poll(() => timesIn(desk)).toContain("Theo Amara 11:30-12:00");

  await keyboard.press("Control+z");
  await expect(moved).toBeVisible();
  await keyboard.press("Control+Shift+z");
  await expect(onGrid(window, /^Theo Amara, Consultation, 11:30 to 12:00/)).toBeVisible();

  await keyboard.press("Delete");
  const question = window.getByRole("alertdialog", { name: "Cancel the booking of Theo Amara?" });
  await expect(question.getByLabel("Reason")).toBeFocused();
  await keyboard.type("Called off");
  await keyboard.press("Enter");
  await expect(onGrid(window, /^Theo Amara/)).toBeHidden();
  await expect.poll(() => timesIn(desk)).toHaveLength(3);
});

test("arrows go from booking to booking, Enter opens, Escape comes back (D11)", async ({
  window,
}) => {
  const { keyboard } = window;
  const [anna, ben, clara] = [/^Esra Yıldız/, /^Mara Vogt/, /^Henrike Voß/].map((name) =>
    onGrid(window, name),
  );
  if (anna === undefined || ben === undefined || clara === undefined) throw new Error("No salon.");
  await tabTo(window, /^Esra Yıldız/);
  await expect(anna).toBeFocused();
  await keyboard.press("ArrowRight");
  await expect(ben).toBeFocused();
  await keyboard.press("ArrowRight");
  await expect(clara).toBeFocused();
  await keyboard.press("ArrowLeft");
  await keyboard.press("Enter");
  await expect(window.getByRole("heading", { name: "Mara Vogt" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(window.getByRole("heading", { name: "Mara Vogt" })).toBeHidden();
});

test("search, days, walk-in and the list of keys have their keys (D11)", async ({ window }) => {
  const { keyboard } = window;
  await keyboard.press("/");
  const search = window.getByRole("dialog", { name: "Search everything" });
  await expect(search).toBeVisible();
  await keyboard.type("voss@");
  await expect(search.getByRole("option", { name: /^Henrike Voß/ })).toBeVisible();
  await keyboard.press("Enter");
  await expect(window.getByRole("heading", { name: "Henrike Voß" })).toBeVisible();

  await window.getByRole("button", { name: "Schedule" }).press("Enter");
  await keyboard.press("j");
  await expect(window.getByRole("heading", { level: 1 })).toHaveText("Thursday 26 November");
  await expect(window.getByRole("main")).toContainText("Not today, tomorrow");
  await keyboard.press("k");
  await keyboard.press("k");
  await expect(window.getByRole("heading", { level: 1 })).toHaveText("Tuesday 24 November");
  await keyboard.press("t");
  await expect(window.getByRole("heading", { level: 1 })).toHaveText("Wednesday 25 November");

  await keyboard.press("Shift+C");
  await expect(window.getByRole("dialog", { name: "Walk-in, from now" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(window.getByRole("dialog")).toBeHidden();
  await keyboard.press("b");
  await expect(window.getByRole("dialog", { name: "Block time" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(window.getByRole("dialog")).toBeHidden();
  await keyboard.press("?");
  await expect(window.getByRole("dialog", { name: "Keys" })).toContainText("New booking");
  await keyboard.press("Escape");
  await expect(window.getByRole("dialog")).toBeHidden();
});

test("single keys do nothing while something is typed, and can be switched off", async ({
  window,
}) => {
  const { keyboard } = window;
  await openScreen(window, "Settings");
  await window.getByRole("button", { name: "Keyboard" }).click();
  await window.getByText("Single keys", { exact: true }).click();
  await openScreen(window, "Schedule");
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
  await keyboard.press("c");
  await keyboard.press("Control+n");
  await expect(window.getByRole("dialog")).toHaveCount(1);
  await expect(window.getByRole("dialog", { name: "New booking" })).toBeVisible();
});
