import { describe, expect, it } from "vitest";
import { createRules, DEFAULT_RULES } from "../../../../src-main/core/sync/rules.ts";

/** Settings that hold what an older desk kept. */
function rulesOver(kept: unknown) {
  const values = new Map<string, unknown>([["sync.rules", kept]]);
  return createRules({
    get: (key: string, shape: { safeParse: (value: unknown) => { data?: unknown } }) =>
      shape.safeParse(values.get(key)).data,
    set: (key: string, value: unknown) => void values.set(key, value),
  } as never);
}

describe("the rules of the sync", () => {
  it("that were kept before there were so many keep counting", () => {
    const older = { moves: "ask", showDetails: true, maxEvents: 50 };
    expect(rulesOver(older).read()).toEqual({ ...DEFAULT_RULES, ...older });
  });

  it("are the usual ones where none were kept, or none that can be read", () => {
    expect(rulesOver(undefined).read()).toEqual(DEFAULT_RULES);
    expect(rulesOver({ moves: "fly" }).read()).toEqual(DEFAULT_RULES);
  });

  it("change one by one, and only where they are kept", () => {
    const rules = rulesOver(undefined);
    expect(rules.changed({ titles: "booked" }).titles).toBe("booked");
    expect(rules.read().titles).toBe("name");
    expect(rules.change({ titles: "initials" })).toEqual({ ...DEFAULT_RULES, titles: "initials" });
    expect(rules.read().titles).toBe("initials");
  });
});
