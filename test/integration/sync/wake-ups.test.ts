import { expect, test } from "vitest";
import { openSyncedSalon } from "../../fixtures/synced-salon.ts";
import { until } from "../../fixtures/until.ts";

/** Runs something when `turns` rounds of the microtask queue have passed. */
function afterTurns(turns: number, run: () => void): void {
  if (turns === 0) return run();
  queueMicrotask(() => afterTurns(turns - 1, run));
}

test.each([0, 1, 2, 3, 4, 5, 6])(
  "a wake-up %i turns after a cycle has ended makes one more cycle, not a wait for the next poll",
  async (turns) => {
    const salon = await openSyncedSalon();
    await salon.connect();
    let before = 0;
    const end = salon.desk().on("sync.changed", ({ state }) => {
      if (state.is !== "idle") return;
      end();
      before = salon.calls("events.list");
      // Another limit wakes the sync at once.
      afterTurns(turns, () => void salon.desk().handlers["sync.setRules"]({ maxEvents: 500 }));
    });
    await salon.sync();
    await until("the calendar is looked at again", () => salon.calls("events.list") > before);
    expect(salon.calls("events.list")).toBe(before + 1);
  },
);
