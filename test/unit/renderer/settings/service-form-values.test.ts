import { describe, expect, test } from "vitest";
import {
  serviceFields,
  serviceSchema,
  typedService,
} from "../../../../src-renderer/settings/service-form-values.ts";
import { type Service, ServiceFields } from "../../../../src-shared/domain/business.ts";

const EURO = { locale: "en-GB", currency: "EUR" };
const BALAYAGE: Service = {
  id: "0199a3c0-0000-7000-8000-000000000001",
  revision: 4,
  name: "Balayage",
  durationMinutes: 150,
  tint: "rose",
  priceMinor: 14_850,
  online: false,
  active: false,
  position: 4,
  staffIds: ["0199a3c0-0000-7000-8000-000000000002"],
};
const schema = serviceSchema("EUR", { duration: "minutes!", price: "price!" });

describe("a service as typed", () => {
  test("reads back as it was, with its place and whether it is archived", () => {
    const typed = typedService(BALAYAGE, EURO);
    expect(typed).toMatchObject({ duration: "150", price: "148.50" });
    const { id: _id, revision: _revision, ...fields } = BALAYAGE;
    expect(serviceFields(schema.parse(typed), BALAYAGE, 12)).toEqual(fields);
  });

  test("a new one is active, at the end of the list, and the bridge takes it", () => {
    const typed = { ...typedService(null, EURO), name: "Gloss", price: "46" };
    const fields = serviceFields(schema.parse(typed), null, 12);
    expect(fields).toMatchObject({ position: 12, active: true, priceMinor: 4_600 });
    expect(ServiceFields.parse(fields)).toEqual(fields);
  });

  test("no price means free", () => {
    expect(schema.parse({ ...typedService(null, EURO), name: "Talk", price: "" }).price).toBe(0);
  });

  test("faults are told at their fields, in the words of the window", () => {
    const typed = { ...typedService(null, EURO), name: " ", duration: "4", price: "much" };
    const faults = schema.safeParse(typed).error?.issues.map((i) => [i.path[0], i.message]);
    expect(faults).toEqual([
      ["name", "A service needs a name."],
      ["duration", "minutes!"],
      ["price", "price!"],
    ]);
    for (const duration of ["", "-5", "4.5", "721", "an hour"])
      expect(schema.safeParse({ ...typedService(BALAYAGE, EURO), duration }).success).toBe(false);
  });
});
