import { describe, expect, test } from "vitest";
import { openSalon, refusal } from "../../fixtures/salon.ts";

describe("the first start", () => {
  test("finds a business to edit, in the zone of the computer", async () => {
    const salon = await openSalon({ zone: "Pacific/Auckland" });
    expect(await salon.call("business.get", {})).toMatchObject({
      zone: "Pacific/Auckland",
      revision: 1,
      closures: [],
    });
  });

  test("lasts until there is staff", async () => {
    const salon = await openSalon();
    expect((await salon.call("app.info", {})).firstRun).toBe(false);
    salon.db.statement("test.services", "DELETE FROM service_staff").run();
    salon.db.statement("test.staff", "DELETE FROM staff").run();
    expect((await salon.call("app.info", {})).firstRun).toBe(true);
  });
});

describe("the business", () => {
  test("changes field by field, from its newest revision only", async () => {
    const salon = await openSalon();
    const changed = await salon.call("business.update", { revision: 1, fields: { name: "Salon" } });
    expect(changed).toMatchObject({ name: "Salon", zone: "Europe/Berlin", revision: 2 });
    const stale = salon.call("business.update", { revision: 1, fields: { name: "x" } });
    expect((await refusal(stale)).code).toBe("STALE");
  });

  test("keeps every booking at its instant when its zone changes", async () => {
    const salon = await openSalon();
    const { id, start } = await salon.book("2026-11-20T09:00:00.000Z");
    await salon.call("business.update", { revision: 1, fields: { zone: "Asia/Kolkata" } });
    expect((await salon.call("booking.get", { id })).booking.start).toBe(start);
  });

  test("can't be read if somebody spoilt its hours, and says so", async () => {
    const salon = await openSalon();
    salon.db.statement("test.spoil", `UPDATE business SET hours = '{"1":"no"}'`).run();
    expect((await refusal(salon.call("business.get", {}))).code).toBe("STORE_UNREADABLE");
  });
});

describe("a new name", () => {
  test("of a service queues its bookings, but not the cancelled, old or other ones", async () => {
    const salon = await openSalon();
    const booked = await salon.book("2026-11-20T09:00:00.000Z");
    const recent = await salon.book("2026-10-01T09:00:00.000Z");
    await salon.book("2026-08-01T09:00:00.000Z", {}, true);
    await salon.book("2026-11-20T10:00:00.000Z", { serviceId: salon.colour.id });
    const cancelled = await salon.book("2026-11-23T09:00:00.000Z");
    await salon.setStatus(cancelled.id, 1, "cancelled");
    salon.settlePending();
    const { id, revision, ...fields } = salon.cut;
    const save = (seen: number, change: Partial<typeof fields>) =>
      salon.call("service.save", {
        existing: { id, revision: seen },
        fields: { ...fields, ...change },
      });
    const dearer = await save(revision, { priceMinor: 1 });
    expect(salon.pending()).toEqual([]);
    await save(dearer.revision, { name: "Haircut" });
    expect(salon.pending().toSorted()).toEqual([booked.id, recent.id].toSorted());
  });

  test("of a customer queues the customer's bookings", async () => {
    const salon = await openSalon();
    const eva = await salon.customer("Eva Berg");
    const hers = await salon.book("2026-11-20T09:00:00.000Z", {
      customer: { is: "known", id: eva.id },
    });
    await salon.book("2026-11-20T10:00:00.000Z");
    salon.settlePending();
    const { id, revision, ...fields } = eva;
    const noted = await salon.call("customer.save", {
      existing: { id, revision },
      fields: { ...fields, notes: "likes tea" },
    });
    expect(salon.pending()).toEqual([]);
    await salon.call("customer.save", {
      existing: { id, revision: noted.revision },
      fields: { ...fields, name: "Eva Sommer" },
    });
    expect(salon.pending()).toEqual([hers.id]);
    expect((await salon.call("booking.get", { id: hers.id })).booking.customerName).toBe(
      "Eva Sommer",
    );
  });
});

describe("the order of the columns", () => {
  test("is as named, with the others behind", async () => {
    const salon = await openSalon();
    const list = await salon.call("staff.reorder", { ids: [salon.ben.id] });
    expect(list.map((s) => [s.name, s.position])).toEqual([
      ["Ben", 0],
      ["Anna", 1],
    ]);
  });

  test("can't name somebody unknown", async () => {
    const salon = await openSalon();
    const ids = [salon.ben.id, salon.ids.next()];
    expect((await refusal(salon.call("staff.reorder", { ids }))).code).toBe("NOT_FOUND");
    expect((await salon.call("staff.list", {})).map((s) => s.name)).toEqual(["Anna", "Ben"]);
  });
});

test("a service is for known staff only", async () => {
  const salon = await openSalon();
  const { id, revision, ...fields } = salon.colour;
  expect(fields.staffIds).toEqual([salon.ben.id]);
  const save = salon.call("service.save", {
    existing: { id, revision },
    fields: { ...fields, staffIds: [salon.ids.next()] },
  });
  expect((await refusal(save)).code).toBe("NOT_FOUND");
  expect((await salon.call("service.list", {}))[1]?.staffIds).toEqual([salon.ben.id]);
});

test("a customer's card lists the visits so far, newest first", async () => {
  const salon = await openSalon();
  const eva = await salon.customer("Eva Berg");
  const customer = { is: "known" as const, id: eva.id };
  await salon.book("2026-11-16T09:00:00.000Z", { customer });
  await salon.book("2026-11-17T09:00:00.000Z", { customer, staffId: salon.ben.id });
  await salon.book("2026-11-24T09:00:00.000Z", { customer });
  const card = await salon.call("customer.get", { id: eva.id });
  expect(card).toMatchObject({ visits: 2, noShows: 0, customer: { name: "Eva Berg" } });
  expect(card.lastVisits.map((visit) => visit.staffName)).toEqual(["Ben", "Anna"]);
});

describe("preferences", () => {
  test("change one by one and stay", async () => {
    const salon = await openSalon();
    await salon.call("preferences.set", { theme: "dark" });
    await salon.call("preferences.set", { zoom: 2 });
    expect(await salon.call("preferences.get", {})).toMatchObject({ theme: "dark", zoom: 2 });
  });

  test("of a version that knew fewer of them keep what was chosen", async () => {
    const salon = await openSalon();
    salon.db
      .statement(
        "test.older",
        'INSERT INTO setting (key, value) VALUES (\'preferences\', \'{"theme":"dark","later":1}\')',
      )
      .run();
    expect(await salon.call("preferences.get", {})).toMatchObject({
      theme: "dark",
      language: "system",
      clock: "region",
      singleKeys: true,
    });
  });

  test("that were spoilt are the default ones again", async () => {
    const salon = await openSalon();
    await salon.call("preferences.set", { theme: "dark" });
    salon.db.statement("test.spoil", "UPDATE setting SET value = '{'").run();
    expect((await salon.call("preferences.get", {})).theme).toBe("system");
  });
});

test("listeners hear of a change once it is committed, and not of a refused one", async () => {
  const salon = await openSalon();
  const heard: string[] = [];
  salon.changes.onSchedule(() => heard.push("schedule"));
  const stop = salon.changes.onCatalogue(() => heard.push("catalogue"));
  await salon.book("2026-11-20T09:00:00.000Z");
  await refusal(salon.book("2026-11-20T09:00:00.000Z"));
  expect(heard).toEqual(["schedule"]);
  await salon.customer("Eva Berg");
  expect(heard).toContain("catalogue");
  stop();
  heard.length = 0;
  await salon.customer("Ina Berg");
  expect(heard).toEqual(["schedule"]);
});

test("phone numbers are told for a sheet on paper, only of who has one", async () => {
  const salon = await openSalon();
  const save = (name: string, phone: string) =>
    salon.call("customer.save", {
      existing: null,
      fields: { name, phone, email: "", notes: "", alert: "" },
    });
  const eva = await save("Eva Berg", "+49 30 1234567");
  const tom = await save("Tom Amsel", "");
  await save("Nobody asked", "+49 30 7654321");
  expect(await salon.call("customer.phones", { ids: [eva.id, tom.id] })).toEqual({
    [eva.id]: "+49 30 1234567",
  });
});
