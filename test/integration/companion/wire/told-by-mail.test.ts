import { describe, expect, it } from "vitest";
import type { BridgeInput } from "../../../../src-shared/bridge/contract.ts";
import {
  openPairedSalon,
  type PairedSalon,
  workingHour,
} from "../../../fixtures/companion/paired-salon.ts";
import { until } from "../../../fixtures/until.ts";

const at = (ms: number): string => new Date(ms).toISOString();

/** A request that the desk has confirmed, and its booking. */
async function bookedOnline() {
  const salon = await openPairedSalon();
  const id = await salon.ask({ start: workingHour(10) });
  await salon.answered(id, "confirmed");
  const [booking] = await salon.bookings();
  if (booking === undefined) throw new Error("No booking.");
  const change = (revision: number, changes: BridgeInput<"booking.update">["changes"]) =>
    salon.call("booking.update", { id: booking.id, revision, changes, anyway: false });
  const willBeMailed = async () =>
    (await salon.call("companion.customerNews", { bookingId: booking.id })).willBeMailed;
  const keepQuiet = async (revision: number) =>
    (await salon.call("companion.keepQuiet", { bookingId: booking.id, revision })).inTime;
  return { salon, id, booking, change, willBeMailed, keepQuiet };
}

/** Kinds of the mails about bookings that the companion wrote, in order. */
async function mailed({ site }: PairedSalon): Promise<string[]> {
  const rows = await site
    .companion()
    .store.db.selectFrom("outbox_mail")
    .where("kind", "like", "booking.%")
    .orderBy("id")
    .select("kind")
    .execute();
  return rows.map(({ kind }) => kind);
}

/** A round has run from beginning to end: another customer has got an answer. */
async function aRoundRuns(salon: PairedSalon, hour: number): Promise<void> {
  await salon.answered(await salon.ask({ start: workingHour(hour) }), "confirmed");
}

function nothingOpen(salon: PairedSalon): Promise<void> {
  return until("nothing is to be told", async () => (await salon.status()).unsent === 0);
}

describe("A customer whose booking the desk changes", () => {
  it("hears nothing of a move that was taken back while the toast still offered that", async () => {
    const { salon, id, booking, change, willBeMailed } = await bookedOnline();
    const moved = await change(booking.revision, { start: at(workingHour(12)) });
    expect(await willBeMailed()).toBe(true);
    await aRoundRuns(salon, 14);
    expect(await salon.requestOf(id)).toMatchObject({ start_at: workingHour(10), sequence: 1 });
    await change(moved.revision, { start: at(workingHour(10)) });
    expect(await willBeMailed()).toBe(false);
    await nothingOpen(salon);
    await aRoundRuns(salon, 15);
    expect(await salon.requestOf(id)).toMatchObject({ start_at: workingHour(10), sequence: 1 });
    expect(await mailed(salon)).toEqual(Array.from({ length: 3 }, () => "booking.confirmed"));
  });

  it("is told by mail once the toast is gone, if nobody says otherwise", async () => {
    const { salon, id, booking, change } = await bookedOnline();
    await change(booking.revision, { start: at(workingHour(12)), staffId: salon.ben.id });
    const startOf = async () => (await salon.requestOf(id)).start_at;
    await until("it is moved", async () => (await startOf()) === workingHour(12), 20_000);
    expect(await mailed(salon)).toEqual(["booking.confirmed", "booking.changed"]);
  });

  it("finds it on the page at once, without a mail, where the desk said not to tell", async () => {
    const { salon, id, booking, change, willBeMailed, keepQuiet } = await bookedOnline();
    const moved = await change(booking.revision, { start: at(workingHour(12)) });
    await expect(keepQuiet(booking.revision)).rejects.toMatchObject({ code: "STALE" });
    expect(await keepQuiet(moved.revision)).toBe(true);
    expect(await willBeMailed()).toBe(false);
    await until("it is moved", async () => {
      const { start_at: start, sequence } = await salon.requestOf(id);
      return start === workingHour(12) && sequence === 2;
    });
    await nothingOpen(salon);
    expect(await keepQuiet(moved.revision)).toBe(false);
    // The next change asks anew.
    const cancelled = await salon.call("booking.setStatus", {
      id: booking.id,
      revision: moved.revision,
      status: "cancelled",
      reason: "ill",
    });
    expect(await willBeMailed()).toBe(true);
    await keepQuiet(cancelled.revision);
    await salon.answered(id, "cancelled");
    expect(await mailed(salon)).toEqual(["booking.confirmed"]);
  });

  it("is told before the desk closes, however short before that the change was", async () => {
    const { salon, id, booking, change } = await bookedOnline();
    await change(booking.revision, { start: at(workingHour(12)) });
    await salon.stopDesk();
    expect(await salon.requestOf(id)).toMatchObject({ start_at: workingHour(12), sequence: 2 });
    expect(await mailed(salon)).toEqual(["booking.confirmed", "booking.changed"]);
  });
});

it("A booking that nobody made online tells nobody, and can't be kept quiet", async () => {
  const salon = await openPairedSalon();
  const bookingId = "01990000-0000-7000-8000-000000000001";
  const { revision } = await salon.call("booking.create", {
    id: bookingId,
    booking: {
      staffId: salon.anna.id,
      serviceId: salon.cut.id,
      customer: { is: "unnamed" },
      walkIn: true,
      start: at(workingHour(10)),
      durationMinutes: 45,
      customerNotes: "",
      deskNotes: "",
      priceMinor: null,
    },
    anyway: false,
  });
  expect(await salon.call("companion.customerNews", { bookingId })).toEqual({
    willBeMailed: false,
  });
  await expect(salon.call("companion.keepQuiet", { bookingId, revision })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
