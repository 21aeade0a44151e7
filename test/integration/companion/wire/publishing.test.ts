import { expect, it } from "vitest";
import { openPairedSalon, workingHour } from "../../../fixtures/companion/paired-salon.ts";
import { addDays, dateAt } from "../../../../src-shared/time/zones.ts";
import { until } from "../../../fixtures/until.ts";

const HOUR = 3_600_000;
const at = (ms: number): string => new Date(ms).toISOString();

/** A closure of every year that began years ago on the date of a day; the customers' page knows nothing of years. */
function yearlyFrom(day: string) {
  const years = (date: string): string => `${Number(date.slice(0, 4)) - 4}${date.slice(4)}`;
  const name = "Owner in hospital";
  return { from: years(day), to: years(addDays(day, 1)), name, yearly: true };
}

/** One that is long over: nobody books then any more. */
function pastOf(day: string) {
  return { from: addDays(day, -400), to: addDays(day, -399), name: "Owner ill", yearly: false };
}

/** Everything that goes over the wire, as it goes. */
function record() {
  const sent: { readonly path: string; readonly body: string }[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url.includes("/api/desk/") && typeof init?.body === "string")
      sent.push({ path: new URL(url).pathname.replace("/api/desk/v1", ""), body: init.body });
    return real(input, init);
  };
  return {
    sent,
    last: (path: string) => sent.findLast((one) => one.path === path)?.body,
    end: () => {
      globalThis.fetch = real;
    },
  };
}

it("what leaves the desk is, byte for byte, what may be known", async () => {
  const salon = await openPairedSalon();
  await salon.connectGoogle();
  const wire = record();
  try {
    const closedDay = dateAt(workingHour(9, 30), "Europe/Berlin");
    const business = await salon.call("business.get", {});
    await salon.call("business.update", {
      revision: business.revision,
      fields: { closures: [yearlyFrom(closedDay), pastOf(closedDay)] },
    });
    await salon.call("companion.setOffer", { accent: "#2d6a4f" });
    await salon.call("service.save", {
      existing: null,
      fields: {
        name: "Secret treatment",
        durationMinutes: 60,
        tint: "plum",
        priceMinor: 99_900,
        online: false,
        active: true,
        position: 1,
        staffIds: [],
      },
    });
    const left = { name: "Zoe Left", hours: null, position: 2, active: false };
    await salon.call("staff.save", { existing: null, fields: left });
    const esra = {
      name: "Esra Secret",
      phone: "+49 30 23125",
      email: "esra@secret.example",
      notes: "secret note",
      alert: "secret alert",
    };
    const book = (id: string, start: number) =>
      salon.call("booking.create", {
        id,
        booking: {
          staffId: salon.anna.id,
          serviceId: salon.cut.id,
          customer: { is: "new", fields: esra },
          walkIn: false,
          start: at(start),
          durationMinutes: 45,
          customerNotes: "secret wish",
          deskNotes: "secret chart",
          priceMinor: 1_234,
        },
        anyway: false,
      });
    await book("01990000-0000-7000-8000-000000000001", workingHour(10));
    await book("01990000-0000-7000-8000-000000000002", workingHour(10) + 0.75 * HOUR);
    await salon.call("block.create", {
      id: "01990000-0000-7000-8000-000000000003",
      staffIds: [salon.ben.id],
      start: at(workingHour(13)),
      end: at(workingHour(14)),
      title: "secret dentist",
    });
    const foreign = { dateTime: at(workingHour(16)) };
    salon.google.control.createEvent(
      (await salon.call("google.connection", {})).connection?.calendar?.id ?? "",
      {
        summary: "secret meeting",
        start: foreign,
        end: { dateTime: at(workingHour(17)) },
      },
    );
    await salon.call("sync.now", {});
    await until(
      "all of it is published",
      () => wire.last("/busy")?.includes(at(workingHour(16))) === true,
      20_000,
    );
    await until(
      "the profile is published",
      () => wire.last("/profile")?.includes(closedDay) === true,
    );

    const { name, zone, currency, locale, weekStart, slotMinutes, hours } = business;
    const profile = JSON.parse(wire.last("/profile") ?? "") as { version: number };
    expect(wire.last("/profile")).toBe(
      JSON.stringify({
        version: profile.version,
        profile: {
          name,
          zone,
          currency,
          locale,
          weekStart,
          slotMinutes,
          hours,
          closures: [{ from: closedDay, to: addDays(closedDay, 1), name: "" }],
          address: "",
          phone: "",
          accent: "#2d6a4f",
          services: [
            {
              id: salon.cut.id,
              name: "Cut",
              durationMinutes: 45,
              tint: "sage",
              priceMinor: 4_500,
              staffIds: [],
            },
          ],
          staff: [
            { id: salon.anna.id, name: "Anna", hours: null },
            { id: salon.ben.id, name: "Ben", hours: null },
          ],
          rules: { confirming: "auto", cutoffMinutes: 1_440, leadMinutes: 60, horizonDays: 60 },
        },
      }),
    );
    const busy = JSON.parse(wire.last("/busy") ?? "") as {
      version: number;
      from: string;
      until: string;
    };
    expect(wire.last("/busy")).toBe(
      JSON.stringify({
        version: busy.version,
        from: busy.from,
        until: busy.until,
        intervals: [
          { staffId: null, start: at(workingHour(16)), end: at(workingHour(17)) },
          // Two bookings in a row are one stretch: not even their number is told.
          {
            staffId: salon.anna.id,
            start: at(workingHour(10)),
            end: at(workingHour(10) + 1.5 * HOUR),
          },
          { staffId: salon.ben.id, start: at(workingHour(13)), end: at(workingHour(14)) },
        ],
      }),
    );
    expect(JSON.stringify(wire.sent)).not.toMatch(/secret|Esra|Zoe|hospital|23125|1234/i);
  } finally {
    wire.end();
  }
});

it("only what changed is published, with a number that grows", async () => {
  const salon = await openPairedSalon();
  const wire = record();
  try {
    await salon.call("companion.setOffer", { horizonDays: 30 });
    await until("it is published", async () => (await salon.business())?.horizon_days === 30);
    await until("the window follows", () => wire.last("/busy") !== undefined);
    const before = wire.sent.length;
    const { id, revision: _revision, ...fields } = salon.anna;
    await salon.call("staff.save", { existing: { id, revision: 1 }, fields });
    await salon.call("companion.setOffer", { horizonDays: 30 });
    await salon.call("companion.setOffer", { horizonDays: 31 });
    await until(
      "the next one is published",
      async () => (await salon.business())?.horizon_days === 31,
    );
    const later = wire.sent.slice(before).filter(({ path }) => path === "/profile");
    expect(later).toHaveLength(1);
  } finally {
    wire.end();
  }
});

it("a service that nobody does any more is not offered as if everybody did it", async () => {
  const salon = await openPairedSalon();
  const { id, revision, ...fields } = salon.cut;
  await salon.call("service.save", {
    existing: { id, revision },
    fields: { ...fields, staffIds: [salon.ben.id] },
  });
  const { id: benId, revision: benRevision, ...ben } = salon.ben;
  await salon.call("staff.save", {
    existing: { id: benId, revision: benRevision },
    fields: { ...ben, active: false },
  });
  const { db } = salon.site.companion().store;
  await until(
    "it is gone",
    async () => (await db.selectFrom("service").selectAll().execute()).length === 0,
    15_000,
  );
});

it("a booking that came from the companion is not published as taken: its own request keeps the time", async () => {
  const salon = await openPairedSalon();
  const id = await salon.ask({ start: workingHour(10) });
  await salon.answered(id, "confirmed");
  await salon.call("companion.setOffer", { horizonDays: 20 });
  await until("it is published", async () => (await salon.business())?.horizon_days === 20);
  const { db } = salon.site.companion().store;
  await until("the window follows", async () => {
    const window = (await salon.business())?.busy_until_at ?? 0;
    return window < Date.now() + 25 * 24 * HOUR;
  });
  expect(await db.selectFrom("busy_interval").selectAll().execute()).toEqual([]);
  const units = await db.selectFrom("slot_unit").select("request_id").execute();
  expect(new Set(units.map((unit) => unit.request_id))).toEqual(new Set([id]));
});

it("an offer from before there were colours is kept, in the ink of the house", async () => {
  const salon = await openPairedSalon();
  await salon.call("companion.setOffer", { horizonDays: 33, phone: "+49 30 7" });
  const { accent, ...older } = await salon.call("companion.offer", {});
  expect(accent).toBeNull();
  await salon.stopDesk();
  salon.tamper(
    `UPDATE setting SET value = '${JSON.stringify(older)}' WHERE key = 'companion.offer'`,
  );
  salon.startDesk();
  expect(await salon.call("companion.offer", {})).toEqual({ ...older, accent: null });
});
