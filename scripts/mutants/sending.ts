import { change, CORE, GOOGLE, SYNC } from "./change.ts";
import type { Mutant } from "./mutant.ts";

export const PUSHING: readonly Mutant[] = [
  {
    name: "blind-write",
    breaks: "An event is written over without naming the version that was seen (no If-Match).",
    changes: [
      change(
        `${SYNC}/push-one.ts`,
        "await calendar.patch(current.eventId, event, current.etag)",
        "await calendar.patch(current.eventId, event, null)",
      ),
    ],
    tests: ["integration/sync/conflicts.test.ts"],
  },
  {
    name: "put-instead-of-patch",
    breaks: "A write replaces the whole event, with what others added to it.",
    changes: [
      change(
        `${GOOGLE}/google-calendar.ts`,
        "client.events.patch(params, options)",
        "client.events.update(params, options)",
      ),
    ],
    tests: ["integration/sync/conflicts.test.ts"],
  },
  {
    name: "push-first",
    breaks: "Changes are sent before the calendar was read.",
    changes: [
      change(
        `${SYNC}/cycle.ts`,
        "const read = await readChanges(deps, tally);",
        `const early = { ...deps, scope: scopeOfCycle(memory, calendar.key, rules.maxEvents) };
    const sent = await sendChanges(early, tally);
    if (sent.is !== "complete") return sent;
    const read = await readChanges(deps, tally);`,
      ),
    ],
    tests: ["integration/sync/conflicts.test.ts"],
  },
  {
    name: "done-without-answer",
    breaks: "A change leaves the queue although nobody knows whether it arrived.",
    changes: [
      change(
        `${SYNC}/push.ts`,
        "memory.pending.failed(change.bookingId);",
        "memory.pending.done(change.bookingId, change.version);",
      ),
    ],
    tests: ["integration/sync/limits.test.ts", "integration/sync/identity.test.ts"],
  },
  {
    name: "newer-edit-lost",
    breaks: "The answer to an older version takes a newer edit out of the queue.",
    changes: [
      change(
        `${CORE}/store/sync/pending-changes.ts`,
        "DELETE FROM pending_change WHERE booking_id = :bookingId AND version = :version",
        "DELETE FROM pending_change WHERE booking_id = :bookingId AND :version > 0",
      ),
    ],
    tests: ["integration/sync/regressions.test.ts"],
  },
  {
    name: "queued-apart",
    breaks: "The pending change is written after the transaction of its booking, not in it.",
    changes: [
      change(
        `${CORE}/schedule/save-booking.ts`,
        'if (forCalendar === "queue") pendingChanges.enqueue(id, updatedAt);',
        'if (forCalendar === "queue") queueMicrotask(() => pendingChanges.enqueue(id, updatedAt));',
      ),
    ],
    tests: ["integration/sync/queue.test.ts"],
  },
  {
    name: "two-at-once",
    breaks: "Two versions of one booking are sent at the same time.",
    changes: [change(`${SYNC}/push.ts`, "!underWay.has(c.bookingId) && tried", "tried")],
    tests: ["integration/sync/regressions.test.ts"],
  },
  {
    name: "exceptions-left-over",
    breaks: "Exceptions behind a cut stay in the calendar.",
    changes: [change(`${SYNC}/push-exceptions.ts`, "    ...known.keys(),\n", "")],
    tests: ["integration/sync/series.test.ts"],
  },
  {
    name: "exceptions-taken-for-granted",
    breaks: "After a series is re-anchored its exceptions are believed to be as they were.",
    changes: [
      change(
        `${SYNC}/push-one.ts`,
        "if (isReanchored) memory.exceptions.doubt(key, link.bookingId);",
        "if (isReanchored) return;",
      ),
    ],
    tests: ["integration/sync/series-moved.test.ts"],
  },
  {
    name: "occurrence-given-up",
    breaks: "An occurrence that the calendar does not let live again stays away.",
    changes: [
      change(
        `${SYNC}/push-one.ts`,
        "if (!(error instanceof OccurrenceLost)) throw error;",
        "if (error instanceof OccurrenceLost) return;\n      throw error;",
      ),
    ],
    tests: ["integration/sync/regressions.test.ts"],
  },
  {
    name: "farthest-first",
    breaks: "The bookings farthest in time go out first.",
    changes: [
      change(
        `${CORE}/store/sync/pending-changes.ts`,
        "start >= :from ORDER BY start, booking_id LIMIT",
        "start >= :from ORDER BY start DESC, booking_id LIMIT",
      ),
    ],
    tests: ["integration/sync/limits.test.ts"],
  },
];

export const FAILURES: readonly Mutant[] = [
  {
    name: "500-is-gone",
    breaks: "A server's fault is taken for “there is no such thing”.",
    changes: [
      change(
        `${GOOGLE}/classify-error.ts`,
        'return { is: "serverError", retryAfterMs: retryAfterMs(answer.retryAfter, now) };',
        "return ofNotFound(call, answer);",
      ),
    ],
    tests: ["integration/sync/deletion.test.ts", "integration/sync/limits.test.ts"],
  },
  {
    name: "gone-is-a-failure",
    breaks: "Deleting what is gone already counts as a failure.",
    changes: [
      change(
        `${GOOGLE}/google-calendar.ts`,
        'if (!isFailure(error, "eventGone")) throw error;\n      }',
        "throw error;\n      }",
      ),
    ],
    tests: ["integration/sync/deletion.test.ts"],
  },
  {
    name: "impatient",
    breaks: "Retry-After is not obeyed.",
    changes: [
      change(
        `${SYNC}/backoff.ts`,
        "return Math.max(Math.round(BASE_MS + random * step), retryAfterMs ?? 0);",
        "return Math.round(BASE_MS + random * step) + 0 * (retryAfterMs ?? 0);",
      ),
    ],
    tests: ["integration/sync/limits.test.ts"],
  },
  {
    name: "no-pace",
    breaks: "Requests go out as fast as they can.",
    changes: [
      change(
        `${SYNC}/pacer.ts`,
        "return sent.length < perMinute || oldest === undefined ? 0",
        "return sent.length < Infinity || oldest === undefined ? 0",
      ),
    ],
    tests: ["integration/sync/abandoned.test.ts"],
  },
  {
    name: "one-stops-all",
    breaks: "A booking that the calendar refuses holds up all others.",
    changes: [
      change(
        `${SYNC}/push.ts`,
        "if (!(error instanceof RemoteError)) return null;",
        'if (!(error instanceof RemoteError) || error.failure.is === "refused") return null;',
      ),
    ],
    tests: ["integration/sync/limits.test.ts"],
  },
  {
    name: "guests-are-mailed",
    breaks: "Google mails people about what the desk writes.",
    changes: [
      change(
        `${GOOGLE}/google-calendar.ts`,
        'const writing = { calendarId, sendUpdates: "none",',
        'const writing = { calendarId, sendUpdates: "all",',
      ),
    ],
    tests: ["integration/google/events.test.ts"],
  },
];
