import type { Locator, Page } from "@playwright/test";
import { choose, onGrid, slotAt, titleBar } from "./support/book.ts";
import type { TestDesk } from "./support/desk.ts";
import { expect, test } from "./support/test.ts";

test.beforeEach(async ({ window }) => {
  await expect(titleBar(window)).toContainText("Up to date");
});

/** The form of Mara Vogt's booking, Wednesday 25 November at 12:00. */
async function editMara(window: Page): Promise<Locator> {
  await onGrid(window, /^Mara Vogt/).click();
  await window.getByRole("button", { name: /^Edit/ }).click();
  const pane = window.getByRole("complementary", { name: "Beside the schedule" });
  await expect(pane.getByLabel("Note for the desk")).toBeVisible();
  await pane.getByLabel("Note for the desk").fill("Typed before");
  return pane;
}

async function type(form: Locator, label: string, text: string): Promise<void> {
  const field = form.getByRole("textbox", { name: label, exact: true });
  await field.fill(text);
  await field.press("Tab");
}

/** The field says so, the save goes nowhere, and what was typed is all still there. */
async function answeredAt(form: Locator, label: string, words: string): Promise<void> {
  const field = form.getByRole("textbox", { name: label, exact: true });
  await expect(field).toHaveAccessibleDescription(words);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel("Note for the desk")).toHaveValue("Typed before");
}

async function maraNow(desk: TestDesk) {
  const range = await desk.bridge.call("schedule.get", { from: "2026-11-25", to: "2026-11-26" });
  return range.bookings.find((booking) => booking.customerName === "Mara Vogt");
}

const TIMES = [
  [
    "a day that doesn't exist",
    [["Day", "31 Feb 2027"]],
    "Day",
    "Write a day like 24 Dec or Friday.",
  ],
  [
    "a day in a century that nobody books",
    [["Day", "1 Jan 2400"]],
    "Day",
    "Write a day like 24 Dec or Friday.",
  ],
  ["a time that doesn't exist", [["From", "25:70"]], "From", "Write a time like 14:45."],
  ["an end before the start", [["To", "11:00"]], "To", "The end comes after the start."],
  ["no length at all", [["To", "12:00"]], "To", "The end comes after the start."],
  [
    "a start in the hour that the clocks skip",
    [
      ["Day", "28 Mar 2027"],
      ["From", "02:30"],
    ],
    "From",
    "The clock skips this time on that day.",
  ],
] as const;

for (const [what, typed, label, words] of TIMES)
  test(`${what} is answered at its field, and nothing is lost or saved`, async ({
    window,
    desk,
  }) => {
    const form = await editMara(window);
    for (const [field, text] of typed) await type(form, field, text);
    await answeredAt(form, label, words);
    expect(await maraNow(desk)).toMatchObject({ revision: 1, deskNotes: "" });
  });

test("a note of ten thousand letters is kept; one letter more is answered at its field", async ({
  window,
  desk,
}) => {
  const form = await editMara(window);
  const note = form.getByRole("textbox", { name: "Note for the desk" });
  await note.fill("x".repeat(10_001));
  await form.getByRole("button", { name: "Save" }).click();
  await expect(note).toHaveAccessibleDescription("This is too long: at most 10,000 characters.");
  await expect(note).toHaveValue("x".repeat(10_001));
  await note.fill("x".repeat(10_000));
  await form.getByRole("button", { name: "Save" }).click();
  await expect(note).toBeHidden();
  expect((await maraNow(desk))?.deskNotes).toHaveLength(10_000);
});

/** The form of a new booking of somebody new at Deniz's free time, with all its fields. */
async function newForDeniz(window: Page, name: string): Promise<Locator> {
  const { x, y } = await slotAt(window, "Deniz Aydın", "13:00");
  await window.mouse.click(x, y);
  const form = window.getByRole("dialog", { name: "New booking" });
  await form.getByLabel("Customer: name, phone or e-mail").fill(name);
  await window.keyboard.press("Control+Enter");
  await choose(form, "Service", "Cut & finish");
  await form.getByRole("button", { name: "More…" }).click();
  return form;
}

test("what nobody is called, can be reached by or pays is answered at each field, and nothing is lost", async ({
  window,
  desk,
}) => {
  const name = "N".repeat(201);
  const form = await newForDeniz(window, name);
  const field = (label: string) => form.getByRole("textbox", { name: label, exact: true });
  await field("Phone").fill("1".repeat(41));
  await field("E-mail").fill("not an address");
  const book = form.getByRole("button", { name: /^Book/ });
  for (const price of ["a lot", "99999999999"]) {
    await field("Price").fill(price);
    await book.click();
    await expect(field("Price")).toHaveAccessibleDescription("Write a price like 54 or 54.50.");
    await expect(field("Price")).toHaveValue(price);
  }
  await field("Price").fill("12");
  await book.click();
  const said = {
    "Customer, new customer": "This is too long: at most 200 characters.",
    Phone: "This is too long: at most 40 characters.",
    "E-mail": "This is not an e-mail address.",
  };
  for (const [label, words] of Object.entries(said))
    await expect(field(label)).toHaveAccessibleDescription(words);
  await expect(field("Customer, new customer")).toHaveValue(name);
  expect(await desk.bridge.call("customer.search", { query: "NNN", limit: 5 })).toEqual([]);

  await field("Customer, new customer").fill("Nina");
  await field("Phone").fill("0170 1");
  await field("E-mail").fill("");
  await book.click();
  await expect(onGrid(window, /^Nina, Cut & finish, 13:00/)).toBeVisible();
});

test("a button pressed twice books once", async ({ window, desk }) => {
  const form = await newForDeniz(window, "Dora Doppel");
  await form.getByRole("button", { name: /^Book/ }).dblclick();
  await expect(onGrid(window, /^Dora Doppel, /)).toBeVisible();
  const found = await desk.bridge.call("schedule.get", { from: "2026-11-25", to: "2026-11-26" });
  expect(found.bookings.filter((one) => one.customerName === "Dora Doppel")).toHaveLength(1);
  expect(await desk.bridge.call("customer.search", { query: "Dora", limit: 5 })).toHaveLength(1);
});

test("names of emoji and from right to left stand as they were typed; pasted rich text is its words", async ({
  window,
  desk,
}) => {
  const name = "🦄 ליאת بن‌علي";
  const form = await newForDeniz(window, name);
  const note = form.getByRole("textbox", { name: "Note for the desk" });
  await note.focus();
  await note.evaluate((field) => {
    const data = new DataTransfer();
    data.setData("text/html", "<b onclick='alert(1)'>Bold</b> <i>words</i>");
    data.setData("text/plain", "Bold words");
    const pasted = new ClipboardEvent("paste", {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    // A page may not paste by itself; the browser's own insertion of what the event leaves to it is done here.
    if (field.dispatchEvent(pasted)) document.execCommand("insertText", false, "Bold words");
  });
  await form.getByRole("button", { name: /^Book/ }).click();
  await expect(onGrid(window, new RegExp(`^${name}, Cut & finish, 13:00`))).toBeVisible();
  const { bookings } = await desk.bridge.call("schedule.get", {
    from: "2026-11-25",
    to: "2026-11-26",
  });
  expect(bookings.find((booking) => booking.customerName === name)?.deskNotes).toBe("Bold words");
  const [found] = await desk.bridge.call("customer.search", { query: "ליאת", limit: 5 });
  expect(found?.name).toBe(name);
});

test("a service that is archived while a booking of it is open stays on it, and can't be chosen any more", async ({
  window,
  desk,
}) => {
  const { x, y } = await slotAt(window, "Deniz Aydın", "13:00");
  await window.mouse.click(x, y);
  const form = window.getByRole("dialog", { name: "New booking" });
  await form.getByLabel("Customer: name, phone or e-mail").fill("Theo");
  await window.getByRole("option", { name: /^Theo Amara/ }).click();
  await choose(form, "Service", "Short cut");

  const services = await desk.bridge.call("service.list", {});
  const cut = services.find(({ name }) => name === "Short cut");
  if (cut === undefined) throw new Error("There is no short cut.");
  const { id, revision, ...fields } = cut;
  const existing = { id, revision };
  await desk.bridge.call("service.save", { existing, fields: { ...fields, active: false } });

  await form.getByRole("button", { name: /^Book/ }).click();
  await expect(form.getByRole("button", { name: /Service/ })).toHaveAccessibleDescription(
    /archived|no longer|any more/,
  );
  await expect(form.getByText("Theo Amara")).toBeVisible();

  await window.keyboard.press("Escape");
  const pane = await editMara(window);
  await pane.getByRole("button", { name: "Save" }).click();
  await expect(pane).toContainText("Typed before");
  expect((await maraNow(desk))?.serviceName).toBe("Short cut");
});
