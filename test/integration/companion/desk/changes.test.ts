import { expect, it } from "vitest";
import { deleteCustomer } from "../../../../src-companion/accounts/leave.ts";
import type { DeskAnswer } from "../../../../src-shared/companion/wire.ts";
import { signUp } from "../../../fixtures/companion/accounts.ts";
import { startCompanion, type TestCompanion } from "../../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";
import {
  END,
  OTHER_BUSINESS,
  pairDesk,
  seedRequest,
  START,
} from "../../../fixtures/companion/desk-end.ts";
import { SERVICE, STAFF } from "../../../fixtures/companion/profile.ts";

const [R1, R2] = [
  "0198c0de-0000-7000-8000-000000000011",
  "0198c0de-0000-7000-8000-000000000012",
] as const;
const BOOKING = "0198c0de-0000-7000-8000-0000000000aa";
const HOUR = 3_600_000;
const at = (ms: number): string => new Date(ms).toISOString();

function confirmed(more: Partial<Extract<DeskAnswer, { is: "confirmed" }>> = {}): DeskAnswer {
  return {
    is: "confirmed",
    quietly: false,
    requestId: R1,
    sequence: 0,
    bookingId: BOOKING,
    serviceId: SERVICE,
    staffId: STAFF,
    start: at(START),
    end: at(END),
    ...more,
  };
}

async function unitsOf({ companion }: TestCompanion, requestId: string): Promise<number[]> {
  const rows = await companion.store.db
    .selectFrom("slot_unit")
    .where("request_id", "=", requestId)
    .orderBy("unit")
    .select("unit")
    .execute();
  return rows.map(({ unit }) => unit);
}

async function rowOf({ companion }: TestCompanion, id = R1 as string) {
  return companion.store.db
    .selectFrom("booking_request")
    .where("id", "=", id)
    .select(["status", "sequence", "reason", "start_at", "cutoff_at", "desk_booking_id"])
    .executeTakeFirstOrThrow();
}

onEveryDatabase("A desk", (newDatabase) => {
  it("reads who asked for what, with the verified address and how they sign in", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    await signUp(companion, companion.browser(), "mara@mail.example");
    await seedRequest(companion, { id: R1, email: "mara@mail.example" });
    expect((await desk.changes()).body).toEqual({
      events: [
        {
          position: 1,
          kind: "request.new",
          request: {
            id: R1,
            sequence: 0,
            status: "waiting",
            serviceId: SERVICE,
            staffId: STAFF,
            anyStaff: false,
            start: at(START),
            end: at(END),
            notes: "Left side longer",
            reason: "",
            customer: {
              id: expect.any(String),
              email: "mara@mail.example",
              firstName: "Mara",
              lastName: "Lindqvist",
              methods: ["email"],
            },
            createdAt: at(1),
          },
        },
      ],
      more: false,
      newest: 1,
    });
  });

  it("finds everything again until it has acknowledged it, in pages, after any time", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    for (let i = 0; i < 103; i += 1) {
      const id = `0198c0de-0000-7000-8000-0000000${String(i).padStart(5, "0")}`;
      await seedRequest(companion, { id, start: START + i * HOUR });
    }
    companion.wait(30 * 24 * HOUR);
    const page = await desk.changes();
    expect(page.body).toMatchObject({ more: true, newest: 103 });
    expect((page.body as { events: unknown[] }).events).toHaveLength(100);
    expect(await desk.changes()).toEqual(page);
    expect(await desk.changes(100)).toMatchObject({ body: { more: false } });
    expect((await desk.call("POST", "/acknowledge", { position: 102 })).status).toBe(204);
    expect((await desk.call("POST", "/acknowledge", { position: 7 })).status).toBe(204);
    const left = (await desk.changes()).body as { events: { position: number }[] };
    expect(left.events.map(({ position }) => position)).toEqual([103]);
  });

  it("confirms a request once, however often it says so", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    await seedRequest(companion, { id: R1 });
    const units = await unitsOf(companion, R1);
    for (let i = 0; i < 3; i += 1)
      expect((await desk.call("POST", "/answers", { answers: [confirmed()] })).body).toEqual({
        results: [{ is: "done", requestId: R1, sequence: 1 }],
      });
    expect(await rowOf(companion)).toMatchObject({
      status: "confirmed",
      sequence: 1,
      desk_booking_id: BOOKING,
    });
    expect(await unitsOf(companion, R1)).toEqual(units);
  });

  it("declines a request, and its time is free again", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    await seedRequest(companion, { id: R1 });
    const declined = { is: "declined", requestId: R1, sequence: 0, reason: "taken" };
    const answers = { answers: [declined, declined] };
    const done = { is: "done", requestId: R1, sequence: 1 };
    expect((await desk.call("POST", "/answers", answers)).body).toEqual({ results: [done, done] });
    expect(await rowOf(companion)).toMatchObject({ status: "declined", reason: "taken" });
    expect(await unitsOf(companion, R1)).toEqual([]);
  });

  it("moves what it confirmed: slot and cut-off follow, over somebody who holds a part of it", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    await seedRequest(companion, { id: R1 });
    await desk.call("POST", "/answers", { answers: [confirmed()] });
    await seedRequest(companion, { id: R2, start: START + HOUR });
    const moved = { sequence: 1, start: at(START + HOUR / 2), end: at(END + HOUR / 2) };
    const answer = await desk.call("POST", "/answers", { answers: [confirmed(moved)] });
    expect(answer.body).toEqual({ results: [{ is: "done", requestId: R1, sequence: 2 }] });
    expect(await rowOf(companion)).toMatchObject({
      start_at: START + HOUR / 2,
      cutoff_at: START + HOUR / 2 - 24 * HOUR,
    });
    const first = (START + HOUR / 2) / 300_000;
    expect(await unitsOf(companion, R1)).toEqual([0, 1, 2, 3, 4, 5].map((i) => first + i));
    expect(await unitsOf(companion, R2)).toHaveLength(9);
  });

  it("is told that an answer came too late when the customer cancelled meanwhile", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    await signUp(companion, companion.browser(), "mara@mail.example");
    await seedRequest(companion, { id: R1, email: "mara@mail.example", start: Date.now() + HOUR });
    const mara = await companion.companion.store.db
      .selectFrom("customer")
      .where("email", "=", "mara@mail.example")
      .select("id")
      .executeTakeFirstOrThrow();
    await deleteCustomer(companion.companion, mara.id);
    const answer = await desk.call("POST", "/answers", { answers: [confirmed()] });
    expect(answer.body).toEqual({ results: [{ is: "stale", requestId: R1 }] });
    expect(await rowOf(companion)).toMatchObject({ status: "cancelled" });
    const { events } = (await desk.changes()).body as { events: { request: unknown }[] };
    const request = { status: "cancelled", reason: "account-deleted", customer: null };
    // Told anew after the answer, for a desk that has read the first one already.
    expect(events.slice(-2)).toMatchObject([
      { kind: "request.cancelled", request },
      { kind: "request.changed", request },
    ]);
  });

  it("cannot see, answer or acknowledge what is another business's", async () => {
    const companion = await startCompanion(newDatabase());
    await pairDesk(companion);
    const { desk: stranger } = await pairDesk(companion, "x@mail.example", OTHER_BUSINESS);
    await seedRequest(companion, { id: R1 });
    expect((await stranger.changes()).body).toEqual({ events: [], more: false, newest: 0 });
    const answer = await stranger.call("POST", "/answers", { answers: [confirmed()] });
    expect(answer.body).toEqual({ results: [{ is: "gone", requestId: R1 }] });
    await stranger.call("POST", "/acknowledge", { position: 1_000 });
    const events = await companion.companion.store.db
      .selectFrom("desk_event")
      .selectAll()
      .execute();
    expect(events).toHaveLength(1);
    expect(await rowOf(companion)).toMatchObject({ status: "waiting", sequence: 0 });
  });

  it("answers once when two of its answers arrive at the same moment", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    await seedRequest(companion, { id: R1 });
    const declined = { is: "declined", requestId: R1, sequence: 0, reason: "desk" };
    const results = await Promise.all(
      [confirmed(), declined].map((answer) => desk.call("POST", "/answers", { answers: [answer] })),
    );
    const kinds = results.map(({ body }) => (body as { results: { is: string }[] }).results[0]?.is);
    expect(new Set(kinds)).toEqual(new Set(["done", "stale"]));
    expect(await rowOf(companion)).toMatchObject({ sequence: 1 });
  });
});
