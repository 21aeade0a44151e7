import { describe, expect, it } from "vitest";
import { keepIdentity } from "../../../../src-renderer/store/keep-identity.ts";

describe("rows that are read again", () => {
  const a = { id: "a", name: "Anna" };
  const b = { id: "b", name: "Ben" };
  const old = [a, b];

  it("stay the same array when nothing changed", () => {
    expect(keepIdentity(old, [{ ...a }, { ...b }])).toBe(old);
  });

  it("stay the same objects where they did not change", () => {
    const rows = keepIdentity(old, [{ ...a }, { id: "b", name: "Bea" }]);
    expect(rows[0]).toBe(a);
    expect(rows[1]).toEqual({ id: "b", name: "Bea" });
  });

  it("are a new array when one came, went or changed places", () => {
    expect(keepIdentity(old, [{ ...a }])).toEqual([a]);
    expect(keepIdentity(old, [{ ...b }, { ...a }])).toEqual([b, a]);
  });
});
