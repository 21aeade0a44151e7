import { describe, expect, it } from "vitest";
import {
  actorOf,
  beginEditing,
  chosen,
  isUndecided,
  rebased,
  typed,
} from "../../../../../src-renderer/schedule/draft/meanwhile.ts";
import { valuesOf } from "../../../../../src-renderer/schedule/draft/values.ts";
import type { ScheduledBooking } from "../../../../../src-shared/domain/booking.ts";
import { placedBooking } from "../grid/rows.ts";

const ZONE = "Europe/Berlin";
const before = placedBooking("mara", 0, 0, {
  start: "2026-11-25T11:00:00.000Z",
  end: "2026-11-25T11:30:00.000Z",
  deskNotes: "old",
}).booking;

function formOf(booking: ScheduledBooking) {
  return valuesOf(booking, ZONE, "");
}

function changed(fields: Partial<ScheduledBooking>): ScheduledBooking {
  return { ...before, revision: 2, ...fields };
}

const opened = beginEditing(before, formOf(before));
const mine = typed(opened, { ...opened.values, deskNotes: "mine" });

function meanwhile(editing: typeof opened, now: ScheduledBooking) {
  return rebased(editing, now, formOf(now));
}

describe("a form whose booking is changed elsewhere", () => {
  it("takes over what nobody touched here, says so, and keeps what was typed", () => {
    const moved = changed({ start: "2026-11-25T13:00:00.000Z", end: "2026-11-25T13:30:00.000Z" });
    const { base, values, meanwhile: changes } = meanwhile(mine, moved);
    expect(base).toBe(moved);
    expect(values).toMatchObject({ start: 840, end: 870, deskNotes: "mine" });
    expect(changes).toMatchObject([{ part: "when", mine: null }]);
    expect(changes.some(isUndecided)).toBe(false);
  });

  it("keeps what was typed where both wrote something, and asks whose holds", () => {
    const asked = meanwhile(mine, changed({ deskNotes: "theirs" }));
    expect(asked.values.deskNotes).toBe("mine");
    expect(asked.meanwhile.map(isUndecided)).toEqual([true]);

    const theirs = chosen(asked, "deskNotes", "theirs");
    expect(theirs.values.deskNotes).toBe("theirs");
    const back = chosen(theirs, "deskNotes", "mine");
    expect(back.values.deskNotes).toBe("mine");
    expect(back.meanwhile.map(isUndecided)).toEqual([false]);
  });

  it("takes further typing for the answer", () => {
    const asked = meanwhile(mine, changed({ deskNotes: "theirs" }));
    const answered = typed(asked, { ...asked.values, deskNotes: "theirs and mine" });
    expect(answered.meanwhile).toMatchObject([{ chosen: "mine" }]);
    expect(chosen(answered, "deskNotes", "mine").values.deskNotes).toBe("theirs and mine");
  });

  it("asks nothing where both wrote the same, or where nothing of the form differs", () => {
    expect(meanwhile(mine, changed({ deskNotes: "mine" })).meanwhile).toEqual([]);
    const same = meanwhile(mine, changed({}));
    expect(same).toMatchObject({ meanwhile: [], values: { deskNotes: "mine" } });
    expect(same.base.revision).toBe(2);
  });

  it("asks again when it is changed once more, and forgets what was taken back", () => {
    const decided = chosen(meanwhile(mine, changed({ deskNotes: "theirs" })), "deskNotes", "mine");
    const again = meanwhile(decided, changed({ revision: 3, deskNotes: "third" }));
    expect(again.meanwhile.map(isUndecided)).toEqual([true]);
    expect(again.values.deskNotes).toBe("mine");
  });

  it("says when the status is another one now", () => {
    expect(meanwhile(mine, changed({ status: "cancelled" })).status).toBe("cancelled");
  });
});

describe("who changed it", () => {
  it("is told by the newest line of the log about that part", () => {
    const at = "2026-11-25T10:00:00.000Z";
    const log = [
      { at, actor: "desk", action: "notes", details: {} },
      { at, actor: "google", action: "moved", details: {} },
      { at, actor: "desk", action: "moved", details: {} },
    ] as const;
    expect(actorOf("when", log)).toBe("google");
    expect(actorOf("deskNotes", log)).toBe("desk");
  });
});
