import { expect, test } from "vitest";
import type { BridgeInput } from "../../../src-shared/bridge/contract.ts";
import { GOOD_INPUTS } from "../../fixtures/bridge-inputs.ts";
import { openSalon, refusal } from "../../fixtures/salon.ts";

const { draft } = GOOD_INPUTS["setUp.keep"];
const FINISH: BridgeInput<"setUp.finish"> = GOOD_INPUTS["setUp.finish"];

/** A business before its first run: no staff, no services. */
async function openNew() {
  const salon = await openSalon();
  for (const table of ["service_staff", "service", "staff"])
    salon.db.statement(`test.${table}`, `DELETE FROM ${table}`).run();
  return salon;
}

test("what is typed into the first run is there again, until it is finished", async () => {
  const salon = await openNew();
  expect(await salon.call("setUp.draft", {})).toBeNull();
  await salon.call("setUp.keep", { draft });
  expect(await salon.call("setUp.draft", {})).toEqual(draft);
  await salon.call("setUp.finish", FINISH);
  expect(await salon.call("setUp.draft", {})).toBeNull();
});

test("the first run makes business, staff and services in one step", async () => {
  const salon = await openNew();
  const business = await salon.call("setUp.finish", { ...FINISH, staff: ["Anna", "Ben"] });
  expect(business).toMatchObject({ name: "Salon", locale: "de-DE", revision: 2, slotMinutes: 15 });
  expect(await salon.call("staff.list", {})).toMatchObject([
    { name: "Anna", position: 0, active: true, hours: null },
    { name: "Ben", position: 1 },
  ]);
  expect(await salon.call("service.list", {})).toMatchObject([
    { name: "Cut", durationMinutes: 45, priceMinor: 4_500, tint: "sky", active: true },
  ]);
  expect((await salon.call("app.info", {})).firstRun).toBe(false);
});

test("two windows that finish at once make one business; a stale one makes nothing", async () => {
  const salon = await openNew();
  const stale = salon.call("setUp.finish", { ...FINISH, revision: 9 });
  expect((await refusal(stale)).code).toBe("STALE");
  expect(await salon.call("service.list", {})).toEqual([]);
  await salon.call("setUp.finish", FINISH);
  const twice = salon.call("setUp.finish", { ...FINISH, revision: 2 });
  expect((await refusal(twice)).code).toBe("STALE");
  expect(await salon.call("staff.list", {})).toHaveLength(1);
});
