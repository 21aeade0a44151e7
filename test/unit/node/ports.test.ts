import { describe, expect, it, vi } from "vitest";
import { systemRandom } from "../../../src-main/node/random.ts";
import { alwaysOnline, neverAsleep } from "../../../src-main/node/surroundings.ts";
import { systemClock, systemScheduler } from "../../../src-main/node/time.ts";

describe("the ports on plain Node", () => {
  it("tells the time of the system", () => {
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1_000);
  });

  it("runs a task once after its delay, and not if it was cancelled", () => {
    vi.useFakeTimers();
    try {
      const ran = vi.fn();
      const cancelled = vi.fn();
      systemScheduler.after(1_000, ran);
      systemScheduler.after(1_000, cancelled)();
      vi.advanceTimersByTime(999);
      expect(ran).not.toHaveBeenCalled();
      vi.advanceTimersByTime(60_000);
      expect(ran).toHaveBeenCalledOnce();
      expect(cancelled).not.toHaveBeenCalled();
    } finally {
      vi.useRealTimers();
    }
  });

  it("waits for more than the longest time that one timer can", () => {
    vi.useFakeTimers();
    try {
      const days = 60 * 86_400_000;
      const ran = vi.fn();
      const cancelled = vi.fn();
      systemScheduler.after(days, ran);
      const cancel = systemScheduler.after(days, cancelled);
      vi.advanceTimersByTime(days - 1);
      expect(ran).not.toHaveBeenCalled();
      cancel();
      vi.advanceTimersByTime(1);
      expect(ran).toHaveBeenCalledOnce();
      expect(cancelled).not.toHaveBeenCalled();
    } finally {
      vi.useRealTimers();
    }
  });

  it("draws numbers below one and bytes as many as asked", () => {
    const drawn = Array.from({ length: 1_000 }, () => systemRandom.next());
    expect(drawn.every((n) => n >= 0 && n < 1)).toBe(true);
    expect(new Set(drawn).size).toBe(1_000);
    expect(systemRandom.bytes(32)).toHaveLength(32);
  });

  it("knows of no network trouble and of no sleep", () => {
    expect(alwaysOnline.online()).toBe(true);
    expect(alwaysOnline.onChange(() => undefined)()).toBeUndefined();
    expect(neverAsleep.onResume(() => undefined)()).toBeUndefined();
  });
});
