import { expect, test } from "vitest";
import { connectedDesk } from "../../fixtures/synced-desk-steps.ts";

const FRIDAY_14 = "2026-11-20T13:00:00.000Z";
const ZONE = "Europe/Berlin";

/** A morning with something sent, something read, something put back and something refused. */
async function busyMorning() {
  const { salon, desk } = await connectedDesk();
  const calendarId = await salon.calendarId();
  await desk.book(FRIDAY_14, { customer: desk.named("Mara Vogt") });
  await salon.sync();
  salon.google.createEvent(calendarId, {
    summary: "Dentist",
    start: { dateTime: "2026-11-20T10:00:00+01:00", timeZone: ZONE },
    end: { dateTime: "2026-11-20T11:00:00+01:00", timeZone: ZONE },
  });
  salon.google.patchEvent(calendarId, (await salon.live())[0]?.id ?? "", { summary: "Eve" });
  await salon.sync();
  await desk.book("2026-11-20T16:00:00.000Z", {
    customer: desk.named("100 % Zoë_Ö"),
    deskNotes: "poison",
  });
  salon.google.addFault({
    kind: "events.insert",
    effect: { kind: "error", status: 400, reason: "invalid", message: "Invalid value." },
  });
  await salon.sync();
  const found = async (search: string, direction: "all" | "in" | "out" | "trouble" = "all") =>
    (await salon.call("sync.journal", { direction, search, limit: 100 })).map(
      ({ action }) => action,
    );
  return { salon, found };
}

test("every effect and decision is in the journal with its reason, by direction, the newest first", async () => {
  const { salon, found } = await busyMorning();
  const all = await salon.call("sync.journal", { direction: "all", search: "", limit: 100 });
  expect(all.every(({ reason }) => reason !== "")).toBe(true);
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
  expect(await found("", "in")).toEqual(expect.arrayContaining(["blocked", "putBack"]));
  expect(await found("", "out")).toEqual(expect.arrayContaining(["created", "changed"]));
  expect(await found("", "trouble")).toEqual(expect.arrayContaining(["parked", "putBack"]));
  expect(await found("", "trouble")).not.toContain("created");
});

test("what was sent says why: that it was new, in what it differed, that it ended, that it was left out", async () => {
  const { salon, desk } = await connectedDesk();
  const sent = async () =>
    (await salon.call("sync.journal", { direction: "out", search: "", limit: 1 }))[0]?.reason;
  const booking = await desk.book(FRIDAY_14);
  await salon.sync();
  expect(await sent()).toBe("The calendar had no event for it.");
  const moved = await desk.move(booking, "2026-11-20T15:00:00.000Z");
  await salon.sync();
  expect(await sent()).toBe("Its event differed: time.");
  await desk.cancel(moved);
  await salon.sync();
  expect(await sent()).toBe("The booking has no event any more.");
  for (let hour = 0; hour < 12; hour += 1)
    await desk.book(new Date(Date.parse(FRIDAY_14) + hour * 3_600_000).toISOString());
  await salon.sync();
  await salon.call("sync.setRules", { maxEvents: 10 });
  await salon.sync();
  expect(await sent()).toBe("It is beyond the number of events that are kept in the calendar.");
});

test("the journal is searched by whom it is about and by its reason, whatever signs are typed", async () => {
  const { found } = await busyMorning();
  expect(await found("mara vogt")).toEqual(expect.arrayContaining(["created", "putBack"]));
  expect(await found("Mara Vogt", "trouble")).toEqual(["putBack"]);
  expect(await found("100 % Zoë_Ö")).toEqual(["parked"]);
  expect(await found("100 _ Zoë")).toEqual([]);
  expect(await found("takes this time")).toEqual(["blocked"]);
  expect(await found("nobody by this name")).toEqual([]);
});
