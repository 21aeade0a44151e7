import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createDesk, DATABASE_FILE } from "../../../src-main/core/desk.ts";
import { toInstant } from "../../../src-shared/time/zones.ts";
import { openSalon, refusal, type Salon, THURSDAY } from "../../fixtures/salon.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { makePorts, settingsFor } from "../../fixtures/synced-salon.ts";
import { handTime } from "../../fixtures/hand-time.ts";

const YESTERDAY = "2026-11-18T09:00:00.000Z";
const TOMORROW = "2026-11-20T09:00:00.000Z";

const known = (id: string) => ({ customer: { is: "known" as const, id } });

function rows(salon: Salon, sql: string): unknown[] {
  return salon.db.statement<unknown>(`test.${sql.slice(0, 40)}`, sql).all();
}

/** Two cards of the same woman, with a booking each. */
async function withTwoCards() {
  const salon = await openSalon();
  const eva = await salon.customer("Eva Berg", { phone: "0170 1", email: "eva@example.com" });
  const other = await salon.customer("E. Berg", { email: "e.berg@work.example", alert: "Latex" });
  const past = await salon.book(YESTERDAY, known(eva.id));
  const next = await salon.book(TOMORROW, known(other.id));
  const merge = (fields: Partial<typeof eva> = {}) => {
    const { name, phone, email, notes, alert } = { ...eva, alert: "Latex", ...fields };
    return salon.call("customer.merge", {
      keep: { id: eva.id, revision: 1 },
      drop: { id: other.id, revision: 1 },
      fields: { name, phone, email, notes, alert },
    });
  };
  return { salon, eva, other, past, next, merge };
}

describe("two cards that become one", () => {
  test("have all bookings, and one card is gone", async () => {
    const { salon, eva, other, merge } = await withTwoCards();
    await merge();
    const card = await salon.call("customer.get", { id: eva.id });
    expect(card.customer).toMatchObject({ name: "Eva Berg", alert: "Latex", revision: 2 });
    const [hit] = await salon.call("customer.search", { query: "berg", limit: 5 });
    expect(hit).toMatchObject({ id: eva.id, visits: 1, nextVisit: TOMORROW });
    expect(await salon.call("customer.search", { query: "berg", limit: 5 })).toHaveLength(1);
    expect((await refusal(salon.call("customer.get", { id: other.id }))).code).toBe("NOT_FOUND");
  });

  test("take the place on the waitlist along", async () => {
    const { salon, eva, other, merge } = await withTwoCards();
    const wish = { weekdays: [], between: { from: 540, to: 1_080 } };
    await salon.call("waitlist.save", {
      id: salon.ids.next(),
      revision: null,
      fields: {
        customerId: other.id,
        serviceId: salon.cut.id,
        staffId: null,
        from: "2026-11-19",
        to: "2026-11-30",
        wish,
        note: "",
      },
    });
    await merge();
    expect(await salon.call("waitlist.list", {})).toMatchObject({
      waiting: [{ customerId: eva.id, customerName: "Eva Berg" }],
    });
  });

  test("have every way in to online booking, by the address of either card", async () => {
    const { salon, eva, other, merge } = await withTwoCards();
    salon.stores.onlineCustomers.setMethods(eva.id, ["google"]);
    salon.stores.onlineCustomers.setMethods(other.id, ["email", "google"]);
    await merge();
    const card = await salon.call("customer.get", { id: eva.id });
    expect(card.signIn).toEqual(["google", "email"]);
    const { byEmail } = salon.stores.onlineCustomers;
    expect([byEmail("E.Berg@work.example"), byEmail("eva@example.com")]).toEqual([eva.id, eva.id]);
  });

  test("queue the events whose title changes, and only those", async () => {
    const { salon, past, next, merge } = await withTwoCards();
    salon.settlePending();
    await merge();
    expect(salon.pending()).toEqual([next.id]);
    salon.settlePending();
    expect((await salon.call("booking.get", { id: next.id })).log[0]).toMatchObject({
      action: "customer",
      details: { from: "E. Berg", to: "Eva Berg" },
    });
    expect((await salon.call("booking.get", { id: past.id })).log).toHaveLength(1);
  });

  test("keep every link to an event as it was", async () => {
    const { salon, next, merge } = await withTwoCards();
    salon.connect();
    salon.db
      .statement(
        "test.link",
        "INSERT INTO link VALUES ('google/a/c', :id, 'ev1', 1, 'tag', NULL, 0, 0)",
      )
      .run({ id: next.id });
    const before = rows(salon, "SELECT * FROM link");
    await merge();
    expect(rows(salon, "SELECT * FROM link")).toEqual(before);
  });

  test("are not made of one that was changed meanwhile, nor of one with itself", async () => {
    const { salon, eva, other, merge } = await withTwoCards();
    const { id: _id, revision: _revision, ...fields } = other;
    const seen = { id: other.id, revision: 1 };
    await salon.call("customer.save", { existing: seen, fields: { ...fields, phone: "030 1" } });
    expect((await refusal(merge())).code).toBe("STALE");
    expect((await salon.call("customer.get", { id: eva.id })).customer.revision).toBe(1);
    await expect(salon.call("customer.merge", { keep: seen, drop: seen, fields })).rejects.toThrow(
      "itself",
    );
  });

  test("refuse a step back to the card that is gone, with a word why", async () => {
    const { salon, eva, other, merge } = await withTwoCards();
    const series = await salon.book("2026-11-26T09:00:00.000Z", {
      ...known(other.id),
      rrule: "FREQ=WEEKLY;COUNT=4",
    });
    const scope = { is: "all" as const, originalStart: series.start };
    const changed = await salon.call("booking.update", {
      id: series.id,
      revision: 1,
      anyway: false,
      scope,
      changes: known(eva.id),
    });
    await merge();
    const error = await refusal(
      salon.call("booking.takeBack", { id: changed.id, revision: changed.revision }),
    );
    expect(error.code).toBe("STALE");
  });
});

describe("everything about one person", () => {
  test("holds bookings, notes, waitlist and ways in, and no other customer", async () => {
    const { salon, eva } = await withTwoCards();
    const tom = await salon.customer("Tom Unrelated", { phone: "0999 77" });
    const handed = await salon.book("2026-11-20T12:00:00.000Z", {
      ...known(tom.id),
      deskNotes: "Brings photographs",
    });
    await salon.call("booking.update", {
      id: handed.id,
      revision: 1,
      anyway: false,
      changes: known(eva.id),
    });
    await salon.book("2026-11-20T14:00:00.000Z", known(tom.id));
    salon.stores.onlineCustomers.setMethods(eva.id, ["facebook"]);

    const record = await salon.call("customer.record", { id: eva.id });
    expect(record).toMatchObject({
      at: THURSDAY,
      customer: { name: "Eva Berg", phone: "0170 1" },
      signIn: ["facebook"],
      bookings: [
        { start: YESTERDAY, service: "Cut", staff: "Anna", changes: [{ action: "created" }] },
        {
          deskNotes: "Brings photographs",
          changes: [{ action: "customer" }, { action: "created" }],
        },
      ],
    });
    expect(JSON.stringify(record)).not.toMatch(/Unrelated|0999/);
  });
});

/** A desk's file with one person in every corner of it, and the words by which she is known. */
async function fullOfEva() {
  const salon = await openSalon();
  const eva = await salon.customer("Eva Zimtstern", {
    phone: "+49 170 4711",
    email: "zimtstern@example.com",
    alert: "Nussallergie",
  });
  const tom = await salon.customer("Tom Unrelated");
  const past = await salon.book(YESTERDAY, {
    ...known(eva.id),
    customerNotes: "Knieoperation",
    deskNotes: "zahlt bar",
  });
  const single = await salon.book(TOMORROW, known(eva.id));
  const series = await salon.book("2026-11-17T12:00:00.000Z", {
    ...known(eva.id),
    rrule: "FREQ=WEEKLY;COUNT=8",
  });
  const handed = await salon.book("2026-11-20T14:00:00.000Z", known(eva.id));
  await salon.call("booking.update", {
    id: handed.id,
    revision: 1,
    anyway: false,
    changes: known(tom.id),
  });
  await salon.call("booking.update", {
    id: series.id,
    revision: 1,
    anyway: false,
    changes: { deskNotes: "Fersensporn" },
    scope: { is: "one", originalStart: "2026-11-24T12:00:00.000Z" },
  });
  salon.stores.onlineCustomers.setMethods(eva.id, ["google"]);
  return { salon, eva, tom, past, single, series, handed };
}

const TRACES = /zimtstern|4711|nussallergie|knieoperation|zahlt bar|fersensporn/i;

function everyRow(salon: Salon): string {
  const tables = rows(salon, "SELECT name FROM sqlite_master WHERE type = 'table'");
  return tables
    .map((table) =>
      JSON.stringify(rows(salon, `SELECT * FROM ${(table as { name: string }).name}`)),
    )
    .join("\n");
}

describe("a person whose data is deleted", () => {
  test("is told of before: what there is and what lies ahead", async () => {
    const { salon, eva } = await fullOfEva();
    expect(await salon.call("customer.erasePreview", { id: eva.id })).toEqual({
      bookings: 3,
      ahead: 2,
      events: 0,
      waiting: 0,
      booksOnline: true,
    });
  });

  test("is in no row of any table any more, while others are", async () => {
    const { salon, eva } = await fullOfEva();
    const journal = (subject: string, bookingId: string | null) =>
      salon.db
        .statement(
          "test.journal",
          `INSERT INTO journal VALUES (:id, '${THURSDAY}', 'out', 'created', :subject, 'Eva Zimtstern moved', :bookingId, NULL)`,
        )
        .run({ id: salon.ids.next(), subject, bookingId });
    const [booking] = rows(salon, "SELECT id FROM booking WHERE customer_notes <> ''");
    journal("Eva Altname, Cut, 2026-11-18 10:00–10:45", (booking as { id: string }).id);
    journal("Eva Zimtstern, Cut, 2026-11-18 10:00–10:45", null);
    expect(everyRow(salon)).toMatch(TRACES);

    await salon.call("customer.erase", { id: eva.id, revision: 1, ahead: "keep" });
    expect(everyRow(salon)).not.toMatch(TRACES);
    expect(everyRow(salon)).not.toContain("Altname");
    expect(everyRow(salon)).toContain("Tom Unrelated");
    expect(rows(salon, "SELECT subject FROM journal")).toEqual([
      { subject: "[person], Cut, 2026-11-18 10:00–10:45" },
      { subject: "[person], Cut, 2026-11-18 10:00–10:45" },
    ]);
    expect(rows(salon, "PRAGMA foreign_key_check")).toEqual([]);
  });

  test("leaves the past bookings with staff, service, time and price", async () => {
    const { salon, eva, past } = await fullOfEva();
    await salon.call("customer.erase", { id: eva.id, revision: 1, ahead: "cancel" });
    const { booking } = await salon.call("booking.get", { id: past.id });
    expect(booking).toMatchObject({
      customerId: null,
      customerName: "",
      serviceName: "Cut",
      priceMinor: 4_500,
      status: "booked",
      start: YESTERDAY,
    });
  });

  test("is not expected any more: what lies ahead is cancelled, of a series the rest", async () => {
    const { salon, eva, tom, single } = await fullOfEva();
    const done = await salon.call("customer.erase", { id: eva.id, revision: 1, ahead: "cancel" });
    expect(done).toEqual({ bookings: 3, cancelled: 2 });
    expect((await salon.call("booking.get", { id: single.id })).booking.status).toBe("cancelled");
    const week = await salon.call("schedule.get", { from: "2026-11-16", to: "2027-01-10" });
    const stay = week.bookings.map(({ start, customerId }) => ({ start, customerId }));
    expect(stay).toEqual([
      { start: "2026-11-17T12:00:00.000Z", customerId: null },
      { start: YESTERDAY, customerId: null },
      { start: "2026-11-20T14:00:00.000Z", customerId: tom.id },
    ]);
  });

  test("leaves the times taken where that was asked for", async () => {
    const { salon, eva, single } = await fullOfEva();
    await salon.call("customer.erase", { id: eva.id, revision: 1, ahead: "keep" });
    expect((await salon.call("booking.get", { id: single.id })).booking.status).toBe("booked");
  });

  test("queues every event that carries the name, the long past ones too", async () => {
    const { salon, eva, past, single, series } = await fullOfEva();
    salon.connect();
    const old = await salon.book("2026-03-02T09:00:00.000Z", known(eva.id));
    salon.db
      .statement(
        "test.link",
        "INSERT INTO link VALUES ('google/a/c', :id, 'ev1', 1, 'tag', NULL, 0, 0)",
      )
      .run({ id: old.id });
    salon.settlePending();
    await salon.call("customer.erase", { id: eva.id, revision: 1, ahead: "keep" });
    const ids = [past.id, single.id, series.id, old.id];
    expect(salon.pending().toSorted()).toEqual(ids.toSorted());
  });

  test("is not deleted from an older version of the card", async () => {
    const { salon, eva } = await fullOfEva();
    const error = await refusal(
      salon.call("customer.erase", { id: eva.id, revision: 7, ahead: "keep" }),
    );
    expect(error.code).toBe("STALE");
    expect(everyRow(salon)).toMatch(TRACES);
  });

  test("is in no byte of the database files", async () => {
    const dataDir = tempFolder();
    const time = handTime(THURSDAY);
    const endpoints = { authorize: "", token: "", revoke: "", calendarRoot: "" };
    const desk = createDesk({
      dataDir,
      ports: makePorts(time, 1),
      settings: settingsFor({ endpoints } as Parameters<typeof settingsFor>[0], "UTC"),
    });
    const bytes = (): string =>
      readdirSync(dataDir)
        .filter((name) => name.startsWith(DATABASE_FILE))
        .map((name) => readFileSync(join(dataDir, name), "latin1"))
        .join("");
    const fields = {
      phone: "",
      email: "zimtstern@example.com",
      alert: "",
      notes: "n".repeat(9_000),
    };
    const { id } = await desk.handlers["customer.save"]({
      existing: null,
      fields: { ...fields, name: "Eva Zimtstern" },
    });
    expect(bytes()).toMatch(TRACES);
    await desk.handlers["customer.erase"]({ id, revision: 1, ahead: "keep" });
    expect(toInstant(time.clock.now())).toBe(THURSDAY);
    expect(bytes()).not.toMatch(TRACES);
    await desk.stop();
  });
});
