import type {
  Actor,
  BookingLogEntry,
  BookingStatus,
  ScheduledBooking,
} from "../../../src-shared/domain/booking.ts";
import type { BookingValues } from "../../store/window.ts";
import { customerInput } from "./values.ts";

/** What of a form two people can have different minds about; day, from and to are one thing. */
const FIELDS = {
  when: ["date", "start", "end"],
  staff: ["staffId"],
  service: ["serviceId"],
  customer: ["customer"],
  deskNotes: ["deskNotes"],
  customerNotes: ["customerNotes"],
  price: ["price"],
  repeat: ["repeat"],
} as const satisfies Readonly<Record<string, readonly (keyof BookingValues)[]>>;
export type Part = keyof typeof FIELDS;
const PARTS = Object.keys(FIELDS) as readonly Part[];

/** Something that was changed elsewhere while the form was open. */
export interface Meanwhile {
  readonly part: Part;
  readonly theirs: BookingValues;
  /** What was typed instead; null where nobody had touched it here, and the form took theirs. */
  readonly mine: BookingValues | null;
  readonly chosen: "mine" | "theirs" | null;
}

/** The form of a booking with what it stands on. */
export interface Editing {
  /** The booking that the changes are counted from, and whose revision is sent. */
  readonly base: ScheduledBooking;
  /** The form of that booking. */
  readonly first: BookingValues;
  readonly values: BookingValues;
  readonly meanwhile: readonly Meanwhile[];
  /** Set where the status is no longer what it was when the form was opened. */
  readonly status: BookingStatus | null;
}

export function beginEditing(base: ScheduledBooking, first: BookingValues): Editing {
  return { base, first, values: first, meanwhile: [], status: null };
}

function said(values: BookingValues, part: Part): string {
  if (part === "customer") return JSON.stringify(customerInput(values.customer));
  return JSON.stringify(FIELDS[part].map((name) => values[name]));
}

function same(a: BookingValues, b: BookingValues, part: Part): boolean {
  return said(a, part) === said(b, part);
}

/** The values with one part taken from others. */
function withPart(values: BookingValues, part: Part, from: BookingValues): BookingValues {
  return { ...values, ...Object.fromEntries(FIELDS[part].map((name) => [name, from[name]])) };
}

/**
 * Puts the form on the booking as it is now. What nobody touched here follows it; what was typed stays, and waits for
 * a choice where the booking has something else now.
 * @param theirs the form of that booking
 */
export function rebased(editing: Editing, base: ScheduledBooking, theirs: BookingValues): Editing {
  const { first } = editing;
  let { values } = editing;
  const meanwhile = new Map(editing.meanwhile.map((change) => [change.part, change]));
  for (const part of PARTS) {
    if (same(first, theirs, part)) continue;
    meanwhile.delete(part);
    if (same(values, theirs, part)) continue;
    const touched = !same(first, values, part);
    meanwhile.set(part, { part, theirs, mine: touched ? values : null, chosen: null });
    if (!touched) values = withPart(values, part, theirs);
  }
  const status = base.status === editing.base.status ? editing.status : base.status;
  return { base, first: theirs, values, meanwhile: [...meanwhile.values()], status };
}

/** Typing into a field that was changed elsewhere too says whose holds. */
export function typed(editing: Editing, values: BookingValues): Editing {
  const meanwhile = editing.meanwhile.map((change): Meanwhile =>
    change.mine === null || same(editing.values, values, change.part)
      ? change
      : { ...change, mine: values, chosen: "mine" },
  );
  return { ...editing, values, meanwhile };
}

/** Says whose holds; the other is kept, so that the choice can be changed. */
export function chosen(editing: Editing, part: Part, whose: "mine" | "theirs"): Editing {
  const change = editing.meanwhile.find((one) => one.part === part);
  if (change === undefined || change.mine === null) return editing;
  const from = whose === "mine" ? change.mine : change.theirs;
  return {
    ...editing,
    values: withPart(editing.values, part, from),
    meanwhile: editing.meanwhile.map((one) =>
      one.part === part ? { ...one, chosen: whose } : one,
    ),
  };
}

export function isUndecided({ mine, chosen: whose }: Meanwhile): boolean {
  return mine !== null && whose === null;
}

const ACTIONS: Readonly<Record<Part | "status", string>> = {
  when: "moved",
  staff: "staff",
  service: "service",
  customer: "customer",
  deskNotes: "notes",
  customerNotes: "notes",
  price: "price",
  repeat: "repeat",
  status: "status",
};

/** Who made a part what it is now, by the booking's log, newest first; a change taken back names no part. */
export function actorOf(part: Part | "status", log: readonly BookingLogEntry[]): Actor {
  const entry = log.find(({ action }) => action === ACTIONS[part]) ?? log[0];
  return entry?.actor ?? "desk";
}
