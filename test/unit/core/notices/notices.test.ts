import { describe, expect, it } from "vitest";
import {
  ARRIVAL_NEWS_MS,
  createNotices,
  GROUP_MS,
  LOOK_AGAIN_MS,
} from "../../../../src-main/core/notices/notices.ts";
import { isOpenAt } from "../../../../src-main/core/notices/open-now.ts";
import type { Notice } from "../../../../src-main/core/ports.ts";
import type { Preferences } from "../../../../src-shared/bridge/contract/business.ts";
import type { SyncState } from "../../../../src-shared/sync-status.ts";
import { handTime } from "../../../fixtures/hand-time.ts";

const FIRST = "019aa1b2-0000-7000-8000-000000000001";
const SECOND = "019aa1b2-0000-7000-8000-000000000002";
const nine = [{ from: "09:00", to: "18:00" }];
const BUSINESS = {
  zone: "Europe/Berlin",
  locale: "en-GB",
  hours: { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine, 6: [], 7: [] },
  closures: [{ from: "2026-12-24", to: "2026-12-27", name: "Christmas", yearly: false }],
};
const booking = {
  start: "2026-11-20T14:15:00.000Z",
  serviceName: "Cut",
  customerName: "Eva Berg",
};

/** Thursday ten in the morning at the business, unless said otherwise. */
function noticesAt(instant = "2026-11-19T09:00:00.000Z", kept = new Map<string, unknown>()) {
  const time = handTime(instant);
  const told: Notice[] = [];
  const preferences = {
    clock: "region",
    notices: true,
    noticeArrivals: false,
    noticeNames: false,
    noticesWhenClosed: false,
  };
  const statusOf = { now: "arrived" };
  const stores = {
    bookings: {
      findScheduled: (id: string, originalStart: string | null) =>
        id === FIRST || id === SECOND
          ? { ...booking, status: statusOf.now, start: originalStart ?? booking.start }
          : undefined,
    },
    settings: {
      get: (key: string) => kept.get(key),
      set: (key: string, value: unknown) => void kept.set(key, value),
    },
    theBusiness: () => BUSINESS,
  };
  const notices = createNotices({
    stores: stores as never,
    ports: {
      clock: time.clock,
      scheduler: time.scheduler,
      notifier: { notify: (notice) => void told.push(notice) },
    },
    preferences: () => preferences as Preferences,
  });
  return { time, told, preferences, notices, kept, statusOf };
}

const signedOut = (lastCompleteAt: string | null): { readonly state: SyncState } => ({
  state: { is: "needsSignIn", cause: "grantRevoked", lastCompleteAt },
});

describe("a notice", () => {
  it("tells a new online booking with its time and service, nobody's name, and leads to it", () => {
    const { notices, time, told } = noticesAt();
    notices.taken({ is: "booked", bookingId: FIRST });
    time.forward(GROUP_MS);
    expect(told).toEqual([
      {
        about: "booked",
        count: 1,
        booking: {
          start: booking.start,
          service: "Cut",
          name: "",
          zone: "Europe/Berlin",
          locale: "en-GB",
          clock: "region",
        },
        opens: { is: "booking", id: FIRST, originalStart: null },
      },
    ]);
  });

  it("names the customer only where that was allowed", () => {
    const { notices, time, told, preferences } = noticesAt();
    preferences.noticeNames = true;
    notices.taken({ is: "cancelled", bookingId: FIRST });
    time.forward(GROUP_MS);
    expect(told).toMatchObject([{ about: "cancelled", booking: { name: "Eva Berg" } }]);
  });

  it("tells together what comes together", () => {
    const { notices, time, told } = noticesAt();
    notices.taken({ is: "booked", bookingId: FIRST });
    notices.taken({ is: "waiting" });
    notices.taken({ is: "booked", bookingId: SECOND });
    time.forward(GROUP_MS);
    expect(told.map(({ about, count, opens }) => [about, count, opens.is])).toEqual([
      ["booked", 2, "schedule"],
      ["waiting", 1, "schedule"],
    ]);
    time.forward(LOOK_AGAIN_MS);
    expect(told).toHaveLength(2);
  });

  it.each([{ is: "nothing" }, { is: "declined" }, { is: "moved", bookingId: FIRST }] as const)(
    "is not made of $is",
    (taken) => {
      const { notices, time, told } = noticesAt();
      notices.taken(taken);
      time.forward(GROUP_MS);
      expect([told, time.waiting()]).toEqual([[], 0]);
    },
  );

  it("waits outside the opening hours until the business opens, then comes once", () => {
    const { notices, time, told } = noticesAt("2026-11-19T07:58:00.000Z");
    notices.taken({ is: "booked", bookingId: FIRST });
    notices.taken({ is: "booked", bookingId: SECOND });
    time.forward(LOOK_AGAIN_MS);
    expect(told).toEqual([]);
    time.forward(3 * LOOK_AGAIN_MS);
    expect(told).toMatchObject([{ about: "booked", count: 2, booking: null }]);
  });

  it("comes at once outside the opening hours too, if that is wanted", () => {
    const { notices, time, told, preferences } = noticesAt("2026-11-22T09:00:00.000Z");
    preferences.noticesWhenClosed = true;
    notices.taken({ is: "booked", bookingId: FIRST });
    time.forward(GROUP_MS);
    expect(told).toHaveLength(1);
  });

  it("never comes while they are off, nor afterwards", () => {
    const { notices, time, told, preferences } = noticesAt();
    preferences.notices = false;
    notices.taken({ is: "booked", bookingId: FIRST });
    time.forward(GROUP_MS);
    preferences.notices = true;
    notices.taken({ is: "nothing" });
    time.forward(LOOK_AGAIN_MS);
    expect([told, time.waiting()]).toEqual([[], 0]);
  });

  it("does not come from a desk that is closing", () => {
    const { notices, time, told } = noticesAt();
    notices.taken({ is: "booked", bookingId: FIRST });
    notices.stop();
    time.forward(GROUP_MS);
    expect([told, time.waiting()]).toEqual([[], 0]);
  });
});

describe("the notice of a customer who has arrived", () => {
  const OCCURRENCE = { originalStart: "2026-11-19T10:00:00.000Z", changed: false };
  const here = (id: string) => ({ id, occurrence: null });

  it("comes only where somebody asked for it", () => {
    const { notices, time, told, preferences } = noticesAt();
    notices.arrived(here(FIRST));
    time.forward(GROUP_MS);
    expect([told, time.waiting()]).toEqual([[], 0]);
    preferences.noticeArrivals = true;
    notices.arrived(here(FIRST));
    time.forward(GROUP_MS);
    expect(told).toMatchObject([
      {
        about: "arrived",
        count: 1,
        booking: { service: "Cut", name: "" },
        opens: { is: "booking", id: FIRST, originalStart: null },
      },
    ]);
  });

  it("leads to the occurrence of a series, and names the customer only where that was allowed", () => {
    const { notices, time, told, preferences } = noticesAt();
    Object.assign(preferences, { noticeArrivals: true, noticeNames: true });
    notices.arrived({ id: FIRST, occurrence: OCCURRENCE });
    time.forward(GROUP_MS);
    const { originalStart } = OCCURRENCE;
    expect(told).toMatchObject([
      { booking: { start: originalStart, name: "Eva Berg" }, opens: { id: FIRST, originalStart } },
    ]);
  });

  it("is one for several, beside that of a new booking", () => {
    const { notices, time, told, preferences } = noticesAt();
    preferences.noticeArrivals = true;
    notices.arrived(here(FIRST));
    notices.taken({ is: "booked", bookingId: FIRST });
    notices.arrived(here(SECOND));
    time.forward(GROUP_MS);
    expect(told.map(({ about, count }) => [about, count])).toEqual([
      ["booked", 1],
      ["arrived", 2],
    ]);
  });

  it("does not come if it was taken back meanwhile", () => {
    const { notices, time, told, preferences, statusOf } = noticesAt();
    preferences.noticeArrivals = true;
    notices.arrived(here(FIRST));
    statusOf.now = "booked";
    time.forward(GROUP_MS);
    expect(told).toEqual([]);
  });

  it("waits for the opening, but not for longer than it is news", () => {
    const { notices, time, told, preferences } = noticesAt("2026-11-19T07:20:00.000Z");
    preferences.noticeArrivals = true;
    notices.arrived(here(FIRST));
    time.forward(ARRIVAL_NEWS_MS);
    notices.arrived(here(SECOND));
    time.forward(15 * LOOK_AGAIN_MS);
    expect(told).toMatchObject([{ about: "arrived", count: 1, opens: { id: SECOND } }]);
  });
});

describe("the notice of a sign-in that is needed", () => {
  const EARLIER = "2026-11-19T08:00:00.000Z";

  it("comes once, however often the state is told, also over a restart", () => {
    const { notices, time, told, kept } = noticesAt();
    notices.sync(signedOut(EARLIER));
    notices.sync(signedOut(EARLIER));
    time.forward(GROUP_MS);
    notices.sync(signedOut(EARLIER));
    time.forward(GROUP_MS);
    expect(told.map(({ opens }) => opens.is)).toEqual(["integrations"]);
    const restarted = noticesAt("2026-11-19T10:00:00.000Z", kept);
    restarted.notices.sync(signedOut(EARLIER));
    restarted.time.forward(GROUP_MS);
    expect(restarted.told).toEqual([]);
  });

  it("comes again after a sync that went through", () => {
    const { notices, time, told } = noticesAt();
    notices.sync(signedOut(EARLIER));
    time.forward(GROUP_MS);
    notices.sync(signedOut("2026-11-19T09:30:00.000Z"));
    time.forward(GROUP_MS);
    expect(told).toHaveLength(2);
  });

  it("does not come if it passed meanwhile, nor for trouble that passes by itself", () => {
    const { notices, time, told } = noticesAt();
    notices.sync(signedOut(EARLIER));
    notices.sync({ state: { is: "idle", lastCompleteAt: EARLIER } });
    notices.sync({ state: { is: "offline", since: EARLIER, lastCompleteAt: EARLIER } });
    time.forward(GROUP_MS);
    expect(told).toEqual([]);
  });
});

describe("the opening hours, by the clock of the business", () => {
  it.each([
    ["2026-11-19T07:59:00.000Z", false, "a minute before it opens"],
    ["2026-11-19T08:00:00.000Z", true, "when it opens"],
    ["2026-11-19T17:00:00.000Z", false, "when it closes"],
    ["2026-11-21T10:00:00.000Z", false, "on a Saturday off"],
    ["2026-12-24T10:00:00.000Z", false, "while it is closed for Christmas"],
    ["2026-10-26T08:00:00.000Z", true, "on the Monday after the clocks went back"],
    ["2026-10-26T07:59:00.000Z", false, "a minute before it opens on that Monday"],
  ])("at %s are %s: %s", (instant, open) => {
    expect(isOpenAt(BUSINESS as never, Date.parse(instant))).toBe(open);
  });
});
