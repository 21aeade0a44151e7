import { describe, expect, it } from "vitest";
import {
  createConnectivity,
  createNotifier,
  createPowerEvents,
} from "../../../src-main/electron/ports.ts";
import { createElectronDouble } from "../../fixtures/electron/double.ts";
import { handTime } from "../../fixtures/hand-time.ts";
import { listLog } from "../../fixtures/ports.ts";

const START = "2026-11-19T09:00:00.000Z";

describe("the network as Electron sees it", () => {
  it("is told when it goes and when it comes back, once each", () => {
    const { api, online } = createElectronDouble();
    const time = handTime(START);
    const connectivity = createConnectivity(api.net, time.scheduler);
    const heard: boolean[] = [];
    connectivity.onChange((now) => heard.push(now));
    time.forward(10_000);
    online.now = false;
    expect(connectivity.online()).toBe(false);
    time.forward(10_000);
    online.now = true;
    time.forward(10_000);
    expect(heard).toEqual([false, true]);
  });

  it("is not looked at while nobody listens", () => {
    const { api, online } = createElectronDouble();
    const time = handTime(START);
    const connectivity = createConnectivity(api.net, time.scheduler);
    expect(time.waiting()).toBe(0);
    const heard: boolean[] = [];
    const stop = connectivity.onChange((now) => heard.push(now));
    expect(time.waiting()).toBe(1);
    stop();
    expect(time.waiting()).toBe(0);
    online.now = false;
    connectivity.onChange((now) => heard.push(now));
    time.forward(10_000);
    expect(heard).toEqual([]);
  });
});

it("tells when the computer wakes up", () => {
  const { api, powerMonitor } = createElectronDouble();
  let woken = 0;
  const stop = createPowerEvents(api.powerMonitor).onResume(() => void (woken += 1));
  powerMonitor.emit("resume");
  stop();
  powerMonitor.emit("resume");
  expect(woken).toBe(1);
});

describe("a notice of the system", () => {
  const none = { count: 1, booking: null } as const;
  const words = () => ({ title: "Eva", body: "x" });

  it("leads to what it is about when it is clicked", () => {
    const { api, notices } = createElectronDouble();
    const led: unknown[] = [];
    const notifier = createNotifier(api, listLog(), {
      words,
      onClick: (opens) => void led.push(opens),
    });
    notifier.notify({ about: "signIn", ...none, opens: { is: "integrations" } });
    expect(notices).toHaveLength(1);
    notices[0]?.emit("click");
    expect(led).toEqual([{ is: "integrations" }]);
  });

  it("that the system refuses is a line in the log without its words", () => {
    const { api, notices } = createElectronDouble();
    const log = listLog();
    const notifier = createNotifier(api, log, { words, onClick: () => undefined });
    notifier.notify({ about: "booked", ...none, opens: { is: "schedule" } });
    notices[0]?.emit("failed", {}, "unsigned");
    expect(log.lines).toEqual([{ level: "warn", event: "notice.failed", fields: {} }]);
  });
});
