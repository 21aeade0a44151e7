import { change, CORE, SYNC } from "./change.ts";
import type { Mutant } from "./mutant.ts";
import { FAILURES, PUSHING } from "./sending.ts";

const IDENTITY: readonly Mutant[] = [
  {
    name: "new-id-per-retry",
    breaks: "Each retry of a create takes a new event id.",
    changes: [
      change(
        `${SYNC}/push-one.ts`,
        "if (known !== undefined) return known;",
        `if (known !== undefined)
      return known.etag !== null || known.gone
        ? known
        : remember({ ...known, eventId: calendar.eventId(crypto.randomUUID(), 1) });`,
      ),
    ],
    tests: ["integration/sync/identity.test.ts"],
  },
  {
    name: "copy-is-ours",
    breaks: "Whatever carries our mark is ours, also a copy that a person made.",
    changes: [
      change(
        `${SYNC}/apply-own.ts`,
        "if (calendar.eventId(bookingId, generation) !== eventId) continue;",
        "",
      ),
      change(
        `${SYNC}/apply-own.ts`,
        "if (known !== undefined && known.etag !== null && !known.gone) return undefined;",
        "",
      ),
    ],
    tests: ["integration/sync/foreign.test.ts"],
  },
  {
    name: "cycles-overlap",
    breaks: "A second trigger begins a cycle while one runs.",
    changes: [change(`${SYNC}/runner.ts`, "running ??= loop()", "running = loop()")],
    tests: ["integration/sync/identity.test.ts"],
  },
];

const READING: readonly Mutant[] = [
  {
    name: "cursor-first",
    breaks: "The new cursor is saved before its rows are applied.",
    changes: [
      change(
        `${SYNC}/apply.ts`,
        '  return memory.db.write("sync.apply", () => {',
        `  if (pulled.nextCursor !== null)
    memory.cursors.save(calendar.key, {
      token: pulled.nextCursor,
      windowStart: pulled.windowStart,
      parameters: calendar.parameters,
      listedAt: now,
      savedAt: now,
    });
  return memory.db.write("sync.apply", () => {`,
      ),
    ],
    tests: ["integration/sync/reading.test.ts"],
  },
  {
    name: "half-a-list",
    breaks: "A list whose page fails counts as complete, and what it did not name is swept.",
    changes: [
      change(
        `${SYNC}/pull.ts`,
        "const answer = await calendar.list(from, page);",
        `const answer = await calendar.list(from, page).catch((error: unknown) => {
      if (count === 0) throw error;
      return { rows: [], nextPage: null, nextCursor: null };
    });`,
      ),
    ],
    tests: ["integration/sync/reading.test.ts"],
  },
  {
    name: "window-for-ever",
    breaks: "The window of the first list is never moved on.",
    changes: [
      change(
        `${SYNC}/pull.ts`,
        "now - Date.parse(cursor.listedAt) < RELIST_MS + offsetMs &&",
        "offsetMs >= 0 &&",
      ),
    ],
    tests: ["integration/sync/reading.test.ts"],
  },
  {
    name: "clock-believed",
    breaks: "A complete list begun by a wrong clock is taken as it is.",
    changes: [
      change(
        `${SYNC}/cycle.ts`,
        "if (!beganTooLate(pulled.windowStart, memory.clock.now())) return pulled;",
        "if (!beganTooLate(pulled.windowStart, Infinity)) return pulled;",
      ),
    ],
    tests: ["integration/sync/wrong-clock.test.ts"],
  },
  {
    name: "no-guard",
    breaks: "Nobody is asked before most blocks or events go.",
    changes: [
      change(
        `${SYNC}/guard.ts`,
        "return remove > GUARD_COUNT && remove > known * GUARD_SHARE;",
        "return remove > known * Infinity;",
      ),
    ],
    tests: ["integration/sync/deletion.test.ts"],
  },
  {
    name: "guard-sees-no-series",
    breaks: "The guard counts single events only, not the times of a series that go.",
    changes: [
      change(
        `${SYNC}/apply-foreign.ts`,
        "let differs = releases.release(seriesId, stale) > 0;",
        "let differs =\n      stale.filter((name) => memory.blocks.removeOfGoogle(key, name)).length > 0;",
      ),
    ],
    tests: ["integration/sync/guard.test.ts"],
  },
  {
    name: "days-in-utc",
    breaks: "All-day events block the days of UTC instead of the business's.",
    changes: [
      change(
        `${SYNC}/apply-foreign.ts`,
        'const zone = memory.business.find()?.zone ?? "UTC";',
        'const zone = "UTC";',
      ),
    ],
    tests: ["integration/sync/foreign.test.ts", "integration/sync/zones.test.ts"],
  },
];

const DECIDING: readonly Mutant[] = [
  {
    name: "echo-unknown",
    breaks: "Our own write coming back is taken for somebody else's and put back.",
    changes: [
      change(
        `${SYNC}/reconcile.ts`,
        'if (!known.gone && known.etag === event.etag) return { do: "nothing" };',
        "",
      ),
      change(
        `${SYNC}/reconcile.ts`,
        'if (sameFields(event.fields, desired)) return { do: "settled" };',
        "",
      ),
      change(
        `${SYNC}/reconcile.ts`,
        'if (changed.length === 0) return { do: "note" };',
        "if (changed.length === 0) return putBackAll(event, desired);",
      ),
    ],
    tests: ["integration/sync/conflicts.test.ts"],
  },
  {
    name: "restored-for-ever",
    breaks: "What a person deletes again and again is restored again and again.",
    changes: [
      change(
        `${SYNC}/reconcile.ts`,
        'if (own.known.restores >= MAX_RESTORES) return { do: "leaveGone" };',
        "",
      ),
    ],
    tests: ["integration/sync/conflicts.test.ts"],
  },
  {
    name: "moved-onto-busy",
    breaks: "A move in the calendar is accepted also onto time that is taken.",
    changes: [
      change(
        `${SYNC}/places.ts`,
        "return [...byStaff].every(([staffId, wanted]) => {",
        'return [...byStaff].every(([staffId, wanted]) => {\n    if (staffId !== "") return true;',
      ),
    ],
    tests: ["integration/sync/conflicts.test.ts"],
  },
  {
    name: "first-time-only",
    breaks:
      "A series moved in Google is accepted if its first time is free, whatever the others are.",
    changes: [
      change(
        `${SYNC}/own-subject.ts`,
        "places: moved.places }",
        "places: moved.places.slice(0, 1) }",
      ),
    ],
    tests: ["integration/sync/series-moved.test.ts"],
  },
  {
    name: "exceptions-stay-behind",
    breaks: "A series moved in Google leaves its exceptions under their old names there.",
    changes: [change(`${SYNC}/own-subject.ts`, "if (!isSeries) return;", "return;")],
    tests: ["integration/sync/series-moved.test.ts"],
  },
  {
    name: "wall-clock-shifts",
    breaks:
      "A series keeps its distance in hours across a change of the clocks, not its time on the wall.",
    changes: [
      change(
        "src-shared/time/recurrence/frame.ts",
        "return wall === frame.start ? frame.startTime : ruleTimeOf(wall, frame.zone);",
        `if (frame.allDay) return ruleTimeOf(wall, frame.zone);
  const at = frame.startTime.start + (wall - frame.start);
  return { start: at, original: at };`,
      ),
    ],
    tests: ["integration/sync/series.test.ts"],
  },
  {
    name: "overrides-lost",
    breaks: "A series that is moved as a whole loses its moved and cancelled occurrences.",
    changes: [
      change(
        `${CORE}/store/series-state.ts`,
        "return carriedOver(state, booking, (name) => after[index.get(name) ?? -1]);",
        "return carriedOver(state, booking, () => (after.length < 0 && index ? after[0] : undefined));",
      ),
    ],
    tests: ["integration/schedule/series-all.test.ts", "integration/sync/series.test.ts"],
  },
];

/** Ways to break the engine that the tests have to notice, each by itself. */
export const MUTANTS: readonly Mutant[] = [
  ...IDENTITY,
  ...READING,
  ...DECIDING,
  ...PUSHING,
  ...FAILURES,
];
