import { expect, it } from "vitest";
import type { BusyPublication, PublicProfile } from "../../../../src-shared/companion/wire.ts";

import { startCompanion } from "../../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";
import { OTHER_BUSINESS, pairDesk } from "../../../fixtures/companion/desk-end.ts";
import { PROFILE, STAFF } from "../../../fixtures/companion/profile.ts";

function profile(name: string): PublicProfile {
  return {
    ...PROFILE,
    name,
    closures: [{ from: "2026-12-24", to: "2026-12-27", name: "" }],
    rules: { confirming: "hand", cutoffMinutes: 720, leadMinutes: 30, horizonDays: 40 },
  };
}

const busy = (version: number, hours: readonly number[]): BusyPublication => ({
  version,
  from: "2026-12-01T00:00:00.000Z",
  until: "2027-01-10T00:00:00.000Z",
  intervals: hours.map((hour) => ({
    staffId: STAFF,
    start: `2026-12-03T${hour}:00:00.000Z`,
    end: `2026-12-03T${hour}:45:00.000Z`,
  })),
});

onEveryDatabase("What a desk publishes", (newDatabase) => {
  it("is shown as a whole, and a version that came late or twice changes nothing", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    const { db } = companion.companion.store;
    const name = async () =>
      (await db.selectFrom("business").select("name").executeTakeFirst())?.name;
    for (const [version, title, counts] of [
      [3, "Third", 3],
      [2, "Second", 3],
      [3, "Third again", 3],
      [4, "Fourth", 4],
    ] as const) {
      const sent = { version, profile: profile(title) };
      expect((await desk.call("PUT", "/profile", sent)).body).toEqual({ version: counts });
    }
    expect(await name()).toBe("Fourth");
    expect(await db.selectFrom("service").select(["name", "staff_ids"]).execute()).toEqual([
      { name: "Cut", staff_ids: JSON.stringify([STAFF]) },
    ]);
    expect(
      await db.selectFrom("business").select(["confirming", "horizon_days"]).execute(),
    ).toEqual([{ confirming: "hand", horizon_days: 40 }]);
  });

  it("takes the place of all that was taken before, in any number", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    const { db } = companion.companion.store;
    const count = async () => (await db.selectFrom("busy_interval").selectAll().execute()).length;
    const many = busy(1, []);
    const intervals = Array.from({ length: 2_100 }, (_, i) => ({
      staffId: null,
      start: new Date(Date.parse(many.from) + i * 600_000).toISOString(),
      end: new Date(Date.parse(many.from) + i * 600_000 + 300_000).toISOString(),
    }));
    expect((await desk.call("PUT", "/busy", { ...many, intervals })).status).toBe(200);
    expect(await count()).toBe(2_100);
    await desk.call("PUT", "/busy", busy(2, [10, 11]));
    expect(await count()).toBe(2);
    expect((await desk.call("PUT", "/busy", busy(1, [12]))).body).toEqual({ version: 2 });
    expect(await count()).toBe(2);
  });

  it("touches no other business", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    const { desk: other } = await pairDesk(companion, "x@mail.example", OTHER_BUSINESS);
    await desk.call("PUT", "/profile", { version: 1, profile: profile("Ours") });
    await desk.call("PUT", "/busy", busy(1, [10]));
    await other.call("PUT", "/profile", {
      version: 1,
      profile: { ...profile("Theirs"), services: [] },
    });
    await other.call("PUT", "/busy", busy(1, []));
    const { db } = companion.companion.store;
    expect(await db.selectFrom("service").select("name").execute()).toEqual([{ name: "Cut" }]);
    expect(await db.selectFrom("busy_interval").selectAll().execute()).toHaveLength(1);
  });

  it("is refused if it holds more than may be known, or makes no sense", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    const backwards = {
      staffId: null,
      start: "2026-12-03T11:00:00.000Z",
      end: "2026-12-03T10:00:00.000Z",
    };
    for (const [path, body] of [
      ["/profile", { version: 1, profile: { ...profile("X"), customers: ["Esra"] } }],
      ["/profile", { version: 1, profile: { ...profile("X"), zone: "Mars/Olympus" } }],
      ["/profile", { version: 1, profile: { ...profile("X"), accent: "red" } }],
      ["/busy", { ...busy(1, []), intervals: [{ ...backwards, title: "Dentist" }] }],
      ["/busy", { ...busy(1, []), intervals: [backwards] }],
      ["/busy", { ...busy(1, []), version: 0 }],
    ] as const)
      expect(await desk.call("PUT", path, body)).toMatchObject({
        status: 400,
        body: { error: { code: "BAD_INPUT" } },
      });
    const { db } = companion.companion.store;
    expect(await db.selectFrom("business").select("profile_version").execute()).toEqual([
      { profile_version: 0 },
    ]);
  });
});
