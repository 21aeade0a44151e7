import { describe, expect, test } from "vitest";
import { CONTRACT } from "../../../../src-shared/bridge/contract.ts";
import { SetUpDraft } from "../../../../src-shared/bridge/contract/set-up.ts";
import type { Business } from "../../../../src-shared/domain/business.ts";
import {
  faultsOf,
  firstDraft,
  isFine,
  setUpOf,
} from "../../../../src-renderer/first-run/set-up-draft.ts";

const DAY = [{ from: "09:00", to: "18:00" }];
const BUSINESS: Business = {
  id: "01990000-0000-7000-8000-000000000001",
  revision: 1,
  name: "My business",
  zone: "Europe/Zurich",
  currency: "EUR",
  locale: "en-GB",
  weekStart: 1,
  slotMinutes: 15,
  hours: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: [], 7: [] },
  closures: [],
};

function draft(changes: Partial<SetUpDraft> = {}): SetUpDraft {
  return { ...firstDraft(BUSINESS, "de-CH"), ...changes };
}

describe("the first draft", () => {
  test("goes by the habits of the computer's language, and can be kept", () => {
    expect(draft()).toMatchObject({ zone: "Europe/Zurich", currency: "CHF", locale: "de-CH" });
    expect(firstDraft(BUSINESS, "en-US")).toMatchObject({ currency: "USD", weekStart: 7 });
    expect(firstDraft(BUSINESS, "es")).toMatchObject({ currency: "EUR", locale: "es-ES" });
    expect(SetUpDraft.safeParse(draft()).success).toBe(true);
  });

  test("gives no two services the same colour", () => {
    const tints = draft().services.map(({ tint }) => tint);
    expect(new Set(tints).size).toBe(tints.length);
  });
});

describe("a step", () => {
  test("of the place wants a name and a zone that exists", () => {
    expect(faultsOf(draft({ name: "  " }), "place")).toEqual({ name: "name" });
    expect(faultsOf(draft({ name: "Salon", zone: "Mars/Base" }), "place")).toEqual({
      zone: "zone",
    });
  });

  test("of hours and staff wants a day, right times and a name", () => {
    const { hours } = draft();
    const shut = { ...hours[1], open: false };
    const never = { 1: shut, 2: shut, 3: shut, 4: shut, 5: shut, 6: shut, 7: shut };
    expect(faultsOf(draft({ hours: never, staff: ["Anna"] }), "people")).toEqual({
      closed: "closed",
    });
    const odd = { ...hours, 2: { open: true, spans: [{ from: "18:00", to: "9" }] } };
    expect(faultsOf(draft({ hours: odd, staff: [" "] }), "people")).toEqual({
      hours: { "2.0": "order" },
      staff: "staff",
    });
  });

  test("of services wants one, and says which field of which row is wrong", () => {
    expect(faultsOf(draft(), "services")).toEqual({ services: "services" });
    const services = [
      { name: "Cut", duration: "3", price: "much", tint: "sky" as const },
      { name: "", duration: "30", price: "5", tint: "sky" as const },
      { name: "", duration: "", price: "", tint: "sky" as const },
    ];
    expect(faultsOf(draft({ services }), "services")).toEqual({
      rows: { "0.duration": "duration", "0.price": "price", "1.name": "serviceName" },
    });
  });
});

test("a draft without faults becomes what the desk takes, without the empty rows", () => {
  const done = draft({
    name: " Atelier ",
    staff: ["Anna ", "", "Ben"],
    services: [
      { name: "Cut", duration: "45", price: "54.50", tint: "sky" },
      { name: "", duration: "30", price: "", tint: "moss" },
    ],
  });
  expect((["place", "people", "services"] as const).every((s) => isFine(faultsOf(done, s)))).toBe(
    true,
  );
  const input = CONTRACT["setUp.finish"].input.parse(setUpOf(done, 4));
  expect(input).toMatchObject({
    revision: 4,
    business: { name: "Atelier", currency: "CHF", hours: { 1: DAY, 7: [] } },
    staff: ["Anna", "Ben"],
    services: [{ name: "Cut", durationMinutes: 45, priceMinor: 5_450, tint: "sky" }],
  });
});
