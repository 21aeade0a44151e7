import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hiddenAfter } from "../../../../src-renderer/schedule/columns/hidden-after.ts";
import { shownStaff } from "../../../../src-renderer/schedule/shown-staff.ts";
import type { Staff } from "../../../../src-shared/domain/business.ts";

const IDS = ["anna", "ben", "clara", "deniz"];
const person = (id: string, active = true) => ({ id, active }) as unknown as Staff;
const staff = IDS.map((id) => person(id));

describe("the columns of the schedule", () => {
  it("can be hidden and shown one by one, but never all be hidden", () => {
    const step = fc.record({ id: fc.constantFrom(...IDS), show: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let hidden: readonly string[] = [];
        for (const { id, show } of steps) {
          const before = shownStaff(staff, hidden);
          hidden = hiddenAfter(staff, before, id, show);
          const shown = shownStaff(staff, hidden).map((one) => one.id);
          expect(shown.length).toBeGreaterThan(0);
          if (show) expect(shown).toContain(id);
          else if (before.length > 1) expect(shown).not.toContain(id);
          expect([...shown, ...hidden].toSorted()).toEqual(IDS);
        }
      }),
    );
  });

  it("are those of everybody again when whoever was left leaves", () => {
    const left = [person("anna", false), person("ben"), person("clara")];
    expect(shownStaff(left, ["ben", "clara"]).map((one) => one.id)).toEqual(["ben", "clara"]);
  });

  it("hold whoever is new", () => {
    const hidden = hiddenAfter(staff, staff, "ben", false);
    const more = [...staff, person("frida")];
    expect(shownStaff(more, hidden).map((one) => one.id)).toEqual([
      "anna",
      "clara",
      "deniz",
      "frida",
    ]);
  });
});
