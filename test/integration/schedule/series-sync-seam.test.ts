import { describe, expect, test } from "vitest";
import { AppError } from "../../../src-shared/errors.ts";
import { openSeriesDesk } from "../../fixtures/series-desk.ts";

/** Friday 20 November 2026, 10:00 in Berlin. */
const FRIDAY = "2026-11-20T09:00:00.000Z";
const SECOND = "2026-11-27T09:00:00.000Z";
const THIRD = "2026-12-04T09:00:00.000Z";

describe("what the sync asks of a series", () => {
  test("an occurrence as the calendar should hold it", async () => {
    const desk = await openSeriesDesk();
    const eva = await desk.customer("Eva Berg");
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=3", {
      customer: { is: "known", id: eva.id },
    });
    const { bookings } = desk.stores;
    expect(bookings.occurrenceForCalendar(id, SECOND)).toMatchObject({
      id,
      rrule: null,
      start: SECOND,
      end: "2026-11-27T09:45:00.000Z",
      customerName: "Eva Berg",
      serviceName: "Cut",
      staffName: "Anna",
    });
    await desk.change(id, "one", SECOND, { serviceId: desk.colour.id, staffId: desk.ben.id });
    expect(bookings.occurrenceForCalendar(id, SECOND)).toMatchObject({
      serviceName: "Colour",
      staffName: "Ben",
    });
    await desk.setStatus(id, "one", SECOND, "cancelled");
    expect(bookings.occurrenceForCalendar(id, SECOND)).toBeNull();
    expect(bookings.occurrenceForCalendar(id, "2026-12-11T09:00:00.000Z")).toBeUndefined();
    expect(bookings.overridesForCalendar(id)).toEqual([SECOND]);
  });

  test("a single booking has no occurrences", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.book(FRIDAY);
    expect(desk.stores.bookings.overridesForCalendar(id)).toEqual([]);
    expect(desk.stores.bookings.occurrenceForCalendar(id, FRIDAY)).toBeUndefined();
  });

  test("an occurrence moved in Google is an exception, logged, and not sent back", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    desk.settlePending();
    const [start, end] = ["2026-11-27T12:00:00.000Z", "2026-11-27T13:00:00.000Z"];
    const move = (from: string, to: string) =>
      desk.stores.bookings.moveOccurrenceByGoogle(id, SECOND, from, to, desk.stores.now());
    move(start, end);
    const { booking, log } = await desk.call("booking.get", { id, originalStart: SECOND });
    expect(booking).toMatchObject({ start, end, revision: 2, occurrence: { changed: true } });
    expect(log[0]).toMatchObject({ actor: "google", details: { occurrence: SECOND, start } });
    expect(desk.pending()).toEqual([]);
    move(SECOND, "2026-11-27T09:45:00.000Z");
    expect(desk.stores.overrides.ofBooking(id)).toEqual([]);
    expect(() => move(start, "2026-11-29T13:00:00.000Z")).toThrow(AppError);
  });

  test("a whole series moved in Google takes its rule and its exceptions along", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;BYDAY=FR;COUNT=3");
    await desk.setStatus(id, "one", SECOND, "cancelled");
    desk.settlePending();
    const [start, end] = ["2026-11-19T15:00:00.000Z", "2026-11-19T16:00:00.000Z"];
    desk.stores.bookings.moveByGoogle(id, start, end, desk.stores.now());
    expect(await desk.starts("2026-11-01", "2027-01-01")).toEqual([
      "2026-11-19 16:00",
      "2026-12-03 16:00",
    ]);
    expect(desk.stores.bookings.find(id)?.rrule).toBe("FREQ=WEEKLY;BYDAY=TH;COUNT=3");
    expect(desk.pending()).toEqual([]);
  });

  test("a series that can't follow is left as it is", async () => {
    const desk = await openSeriesDesk();
    const last = "2026-11-30T09:00:00.000Z";
    const { id } = await desk.repeat(last, "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
    const [start, end] = ["2026-11-26T09:00:00.000Z", "2026-11-26T10:00:00.000Z"];
    expect(() => desk.stores.bookings.moveByGoogle(id, start, end, last)).toThrow(
      "doesn't give that day",
    );
    expect(desk.revisionOf(id)).toBe(1);
  });

  test("of the calendar's window are the series that still have occurrences in it", async () => {
    const desk = await openSeriesDesk();
    const past = await desk.repeat("2026-01-09T09:00:00.000Z", "FREQ=WEEKLY;COUNT=4");
    const until = await desk.repeat("2026-01-09T10:00:00.000Z", "FREQ=WEEKLY;UNTIL=20260301");
    const running = await desk.repeat("2026-01-09T11:00:00.000Z", "FREQ=WEEKLY");
    const count = await desk.repeat("2026-01-09T12:00:00.000Z", "FREQ=WEEKLY;COUNT=60");
    const { bookings } = desk.stores;
    expect(bookings.inCalendarFrom("2026-06-01T00:00:00.000Z")).toEqual([running.id, count.id]);
    expect(bookings.inCalendarFrom("2026-01-20T00:00:00.000Z")).toEqual([
      past.id,
      until.id,
      running.id,
      count.id,
    ]);
  });

  test("a service that only an exception has renames that series' event too", async () => {
    const desk = await openSeriesDesk();
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY");
    await desk.change(id, "one", THIRD, { serviceId: desk.colour.id });
    desk.settlePending();
    const { id: serviceId, revision, ...fields } = desk.colour;
    await desk.call("service.save", {
      existing: { id: serviceId, revision },
      fields: { ...fields, name: "Full colour" },
    });
    expect(desk.pending()).toEqual([id]);
  });
});

describe("a customer with a series", () => {
  test("has come as often as it took place", async () => {
    const desk = await openSeriesDesk({ now: "2026-12-16T12:00:00.000Z" });
    const eva = await desk.customer("Eva Berg");
    const customer = { is: "known" as const, id: eva.id };
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY;COUNT=6", { customer });
    await desk.book("2026-11-23T09:00:00.000Z", { customer });
    await desk.setStatus(id, "one", SECOND, "noShow");
    await desk.setStatus(id, "one", THIRD, "cancelled");
    await desk.change(id, "one", "2026-12-18T09:00:00.000Z", { start: "2026-12-17T09:00:00.000Z" });
    const card = await desk.call("customer.get", { id: eva.id });
    expect(card).toMatchObject({ visits: 3, noShows: 1 });
    // Each names its occurrence, so that the card leads to it and not to the first of the series.
    expect(card.lastVisits.map((visit) => visit.originalStart?.slice(0, 10) ?? null)).toEqual([
      "2026-12-11",
      "2026-12-04",
      "2026-11-27",
      null,
      "2026-11-20",
    ]);
    expect(card.lastVisits.map((visit) => [visit.start.slice(0, 10), visit.status])).toEqual([
      ["2026-12-11", "booked"],
      ["2026-12-04", "cancelled"],
      ["2026-11-27", "noShow"],
      ["2026-11-23", "booked"],
      ["2026-11-20", "booked"],
    ]);
    const [hit] = await desk.call("customer.search", { query: "eva", limit: 5 });
    expect(hit).toMatchObject({
      visits: 3,
      lastVisit: "2026-12-11T09:00:00.000Z",
      nextVisit: "2026-12-17T09:00:00.000Z",
    });
  });

  test("whose series was cancelled has come by it never", async () => {
    const desk = await openSeriesDesk({ now: "2026-12-16T12:00:00.000Z" });
    const eva = await desk.customer("Eva Berg");
    const { id } = await desk.repeat(FRIDAY, "FREQ=WEEKLY", {
      customer: { is: "known", id: eva.id },
    });
    await desk.setStatus(id, "all", FRIDAY, "cancelled");
    expect(await desk.call("customer.get", { id: eva.id })).toMatchObject({
      visits: 0,
      lastVisits: [],
    });
  });
});
