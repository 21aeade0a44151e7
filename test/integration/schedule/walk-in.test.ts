import { describe, expect, test } from "vitest";
import { openSalon, refusal } from "../../fixtures/salon.ts";
import type { Salon } from "../../fixtures/salon.ts";

/** 10:07 in Berlin, on a Thursday. */
const NOW = "2026-11-19T09:07:31.000Z";

function walkIn(salon: Salon, more: { serviceId?: string; staffId?: string } = {}) {
  return salon.call("booking.walkIn", {
    id: salon.ids.next(),
    serviceId: more.serviceId ?? salon.cut.id,
    staffId: more.staffId ?? null,
    customer: { is: "unnamed" },
  });
}

describe("a walk-in", () => {
  test("starts on the five minutes that just passed, with the first who is free", async () => {
    const salon = await openSalon({ now: NOW });
    expect(await walkIn(salon)).toMatchObject({
      walkIn: true,
      start: "2026-11-19T09:05:00.000Z",
      end: "2026-11-19T09:50:00.000Z",
      staffId: salon.anna.id,
      customerName: "",
      firstVisit: false,
    });
    expect((await walkIn(salon)).staffId).toBe(salon.ben.id);
  });

  test("goes to somebody who does the service", async () => {
    const salon = await openSalon({ now: NOW });
    expect((await walkIn(salon, { serviceId: salon.colour.id })).staffId).toBe(salon.ben.id);
  });

  test("is refused with who is free soonest", async () => {
    const salon = await openSalon({ now: NOW });
    await salon.book("2026-11-19T09:00:00.000Z", { durationMinutes: 95 });
    await salon.book("2026-11-19T09:15:00.000Z", { staffId: salon.ben.id });
    const error = await refusal(walkIn(salon));
    expect(error.code).toBe("CONFLICT");
    expect(error.message).toContain("Ben is free at 11:00");
  });

  test("is refused when nobody will be free today", async () => {
    const salon = await openSalon({ now: "2026-11-19T18:00:00.000Z" });
    expect((await refusal(walkIn(salon))).message).toContain("nobody will be today");
  });

  test("shortly before closing goes to who is there, though it runs over", async () => {
    const salon = await openSalon({ now: "2026-11-19T16:40:00.000Z" });
    expect((await walkIn(salon)).staffId).toBe(salon.anna.id);
  });

  test("goes to the one named, outside working hours too, but never onto taken time", async () => {
    const salon = await openSalon({ now: "2026-11-19T18:00:00.000Z" });
    expect((await walkIn(salon, { staffId: salon.ben.id })).staffId).toBe(salon.ben.id);
    expect((await refusal(walkIn(salon, { staffId: salon.ben.id }))).code).toBe("CONFLICT");
  });

  test("repeated with its id is one booking", async () => {
    const salon = await openSalon({ now: NOW });
    const input = {
      id: salon.ids.next(),
      serviceId: salon.cut.id,
      staffId: null,
      customer: { is: "unnamed" as const },
    };
    const first = await salon.call("booking.walkIn", input);
    salon.clock.forward(60_000);
    expect(await salon.call("booking.walkIn", input)).toEqual(first);
  });
});
