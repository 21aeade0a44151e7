import ICAL from "ical.js";
import { expect, it } from "vitest";
import { cancelOwn } from "../../../../src-companion/booking/own.ts";
import { accentShades } from "../../../../src-shared/domain/accent.ts";
import type { DeskAnswer } from "../../../../src-shared/companion/wire.ts";
import { LANGUAGES } from "../../../../src-shared/words/companion/index.ts";
import { signUp } from "../../../fixtures/companion/accounts.ts";
import { startCompanion, type TestCompanion } from "../../../fixtures/companion/companion.ts";
import { changeRequest } from "../../../fixtures/companion/customers.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";
import { END, pairDesk, seedRequest, START } from "../../../fixtures/companion/desk-end.ts";
import { startMailServer } from "../../../fixtures/companion/smtp.ts";
import { until } from "../../../fixtures/until.ts";
import { SERVICE, STAFF } from "../../../fixtures/companion/profile.ts";

const ID = "0198c0de-0000-7000-8000-000000000011";
const BOOKING = "0198c0de-0000-7000-8000-0000000000aa";
const MARA = "mara@mail.example";
const HOUR = 3_600_000;

const confirmed = (sequence: number, later = 0): DeskAnswer => ({
  is: "confirmed",
  quietly: false,
  requestId: ID,
  sequence,
  bookingId: BOOKING,
  serviceId: SERVICE,
  staffId: STAFF,
  start: new Date(START + later).toISOString(),
  end: new Date(END + later).toISOString(),
});

const over = (is: "declined" | "cancelled", sequence: number): DeskAnswer => ({
  is,
  quietly: false,
  requestId: ID,
  sequence,
  reason: "taken",
});

async function asked(companion: TestCompanion) {
  const { desk } = await pairDesk(companion);
  await signUp(companion, companion.browser(), MARA);
  await seedRequest(companion, { id: ID, email: MARA });
  return async (answer: DeskAnswer) => desk.call("POST", "/answers", { answers: [answer, answer] });
}

/** Mails about bookings, the oldest first, with what a calendar program reads in their files. */
async function mails({ companion }: TestCompanion) {
  const rows = await companion.store.db
    .selectFrom("outbox_mail")
    .where("kind", "like", "booking.%")
    .orderBy("id")
    .selectAll()
    .execute();
  return rows.map((row) => ({ ...row, file: row.calendar === null ? null : fileOf(row.calendar) }));
}

function fileOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const event = calendar.getFirstSubcomponent("vevent");
  const value = (name: string) => String(event?.getFirstPropertyValue(name));
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: value("uid"),
    sequence: Number(value("sequence")),
    start: value("dtstart"),
  };
}

onEveryDatabase("A customer", (newDatabase) => {
  it("is mailed once for each step, with a calendar file that follows it under one id", async () => {
    const companion = await startCompanion(newDatabase());
    const answer = await asked(companion);
    await answer(confirmed(0));
    await answer(confirmed(1, HOUR));
    await answer(over("cancelled", 2));
    const written = await mails(companion);
    expect(written.map(({ kind, to_address }) => [kind, to_address])).toEqual([
      ["booking.confirmed", MARA],
      ["booking.changed", MARA],
      ["booking.cancelled", MARA],
    ]);
    const uid = `${ID}@book.example`;
    expect(written.map(({ file }) => file)).toEqual([
      { method: "PUBLISH", uid, sequence: 1, start: "2026-12-03T10:00:00Z" },
      { method: "PUBLISH", uid, sequence: 2, start: "2026-12-03T11:00:00Z" },
      { method: "CANCEL", uid, sequence: 3, start: "2026-12-03T11:00:00Z" },
    ]);
    expect(written[0]?.text).toContain(`https://book.example/bookings/${ID}/change`);
    expect(written[0]?.html).toContain(`https://book.example/bookings/${ID}/cancel`);
    expect(written[2]?.text).not.toContain("/bookings/");
  });

  it("is mailed nothing of a step that the desk wants told quietly, and the next step by mail again", async () => {
    const companion = await startCompanion(newDatabase());
    const answer = await asked(companion);
    await answer(confirmed(0));
    await answer({ ...confirmed(1, HOUR), quietly: true });
    const { start_at: startAt } = await companion.companion.store.db
      .selectFrom("booking_request")
      .select("start_at")
      .executeTakeFirstOrThrow();
    expect(startAt).toBe(START + HOUR);
    await answer(over("cancelled", 2));
    expect((await mails(companion)).map(({ kind }) => kind)).toEqual([
      "booking.confirmed",
      "booking.cancelled",
    ]);
  });

  it("is mailed a decline without a file and without the reason: nothing of it is in a calendar", async () => {
    const companion = await startCompanion(newDatabase());
    const answer = await asked(companion);
    await answer(over("declined", 0));
    const [mail, ...more] = await mails(companion);
    expect([mail?.kind, mail?.file, more]).toEqual(["booking.declined", null, []]);
    expect(`${mail?.subject}${mail?.text}`).not.toMatch(/taken/i);
  });

  it("who moved a confirmed booking is mailed a change when the desk confirms it, and its end when it declines", async () => {
    const companion = await startCompanion(newDatabase());
    const answer = await asked(companion);
    await answer(confirmed(0));
    await changeRequest(companion.companion, ID, { is: "move", start: START + HOUR });
    await answer(over("declined", 2));
    const written = await mails(companion);
    expect(written.map(({ kind, file }) => [kind, file?.method, file?.sequence])).toEqual([
      ["booking.confirmed", "PUBLISH", 1],
      ["booking.declined", "CANCEL", 3],
    ]);
  });

  it("who cancels is mailed a proof once, with a file that takes it out of the calendar", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    await signUp(companion, companion.browser(), MARA);
    const start = Math.ceil(Date.now() / HOUR) * HOUR + 48 * HOUR;
    await seedRequest(companion, { id: ID, email: MARA, start });
    await desk.call("POST", "/answers", { answers: [confirmed(0, start - START)] });
    const { store } = companion.companion;
    const { id: mara } = await store.db
      .selectFrom("customer")
      .where("email", "=", MARA)
      .select("id")
      .executeTakeFirstOrThrow();
    expect(await cancelOwn(companion.companion, mara, ID)).toBe(true);
    expect(await cancelOwn(companion.companion, mara, ID)).toBe(false);
    const written = await mails(companion);
    expect(written.map(({ kind, file }) => [kind, file?.method, file?.sequence])).toEqual([
      ["booking.confirmed", "PUBLISH", 1],
      ["booking.cancelled", "CANCEL", 2],
    ]);
  });

  it("is mailed nothing when the answer came too late", async () => {
    const companion = await startCompanion(newDatabase());
    const answer = await asked(companion);
    await changeRequest(companion.companion, ID, { is: "cancel" });
    await answer(confirmed(0));
    expect(await mails(companion)).toEqual([]);
  });
});

it("Mails about a booking have the colour of the business where one presses", async () => {
  const companion = await startCompanion(null);
  const answer = await asked(companion);
  const { db } = companion.companion.store;
  await db.updateTable("business").set({ accent: "#ffd400" }).execute();
  await answer(confirmed(0));
  const [mail] = await mails(companion);
  const { accent } = accentShades("#ffd400").light;
  expect(mail?.html).toContain(`background:${accent};`);
  expect(mail?.html).toContain(`color:${accent};text-decoration:underline`);
});

it("Mails about a booking speak the language that it was made in", async () => {
  const subjects: string[] = [];
  for (const language of LANGUAGES) {
    const companion = await startCompanion(null);
    const answer = await asked(companion);
    await companion.companion.store.db.updateTable("booking_request").set({ language }).execute();
    await answer(confirmed(0));
    const [mail] = await mails(companion);
    expect(mail?.html).toContain(`<html lang="${language}">`);
    subjects.push(mail?.subject ?? "");
  }
  expect(subjects).toEqual([
    "Your booking with Atelier Nord",
    "Ihr Termin bei Atelier Nord",
    "Su reserva en Atelier Nord",
  ]);
});

it("The calendar file travels as one, so that mail programs offer it", async () => {
  const server = await startMailServer();
  const companion = await startCompanion(null, {
    SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    MAIL_FROM: "Bellhop <bookings@book.example>",
  });
  const answer = await asked(companion);
  await answer(confirmed(0));
  const raw = (): string =>
    server.mails.find(
      ({ raw: text }) => text.includes("BEGIN:VCALENDAR") || text.includes("text/calendar"),
    )?.raw ?? "";
  await until("the mail is there", () => raw() !== "");
  expect(raw()).toMatch(/Content-Type: text\/calendar; charset=utf-8;\s+method=PUBLISH/i);
  expect(raw()).toMatch(/filename=booking\.ics/);
});
