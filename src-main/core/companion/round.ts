import type { DeskAnswer, DeskEvent } from "../../../src-shared/companion/wire.ts";
import { addDays, dateAt, instantOfWall, toInstant } from "../../../src-shared/time/zones.ts";
import { spanOf } from "../schedule/conflicts.ts";
import { closedWithin, type Span } from "../schedule/spans.ts";
import type { Pairing, Published } from "../store/companion/pairing.ts";
import {
  agreedBookings,
  ANSWERS_AT_ONCE,
  type LateAnswers,
  noteResult,
  noteSending,
  openAnswers,
} from "./answers.ts";
import type { CompanionMemory } from "./memory.ts";
import { busyIntervals, digestOf, publicProfile, type TakenBy } from "./publication.ts";
import { type Taken, takeRequest } from "./take-request.ts";
import type { WireClient } from "./wire-client.ts";

export interface RoundDeps {
  readonly memory: CompanionMemory;
  readonly late: LateAnswers;
  /** Told after the transaction in which it was taken. */
  readonly onTaken: (taken: Taken) => void;
  readonly onCalendarChanged: () => void;
}

function mustBePaired(memory: CompanionMemory): Pairing {
  const pairing = memory.pairing.find();
  if (pairing === undefined) throw new Error("No companion is paired.");
  return pairing;
}

/** Takes a page of changes in one transaction with the position behind them: each is taken once, whatever crashes. */
function takePage({ memory }: RoundDeps, events: readonly DeskEvent[]): Taken[] {
  return memory.db.write("companion.take", () => {
    const taken = events.map(({ request }) =>
      request === null ? ({ is: "nothing" } as const) : takeRequest(memory, request),
    );
    const last = events.at(-1);
    if (last !== undefined) memory.pairing.setPosition(last.position);
    return taken;
  });
}

/** Reads what happened since the last time, page by page; what is safely kept here may go over there. */
export async function takeChanges(deps: RoundDeps, client: WireClient): Promise<void> {
  const { memory } = deps;
  let more = true;
  while (more) {
    const { position } = mustBePaired(memory);
    const page = await client.changes(position);
    if (page.newest < position) {
      // The companion was put back to a backup: begin anew, everything may be taken twice.
      memory.pairing.setPosition(0);
      if (position > 0) continue;
    }
    for (const taken of takePage(deps, page.events)) deps.onTaken(taken);
    if (page.events.some(({ kind }) => kind === "calendar.changed")) deps.onCalendarChanged();
    const last = page.events.at(-1);
    if (last !== undefined) await client.acknowledge({ position: last.position });
    more = page.more;
  }
}

async function sendSome(
  { memory, late }: RoundDeps,
  client: WireClient,
  answers: readonly DeskAnswer[],
): Promise<void> {
  memory.db.write("companion.answering", () => noteSending(memory, answers));
  const { results } = await client.answer(answers);
  memory.db.write("companion.answered", () => {
    for (const answer of answers) {
      const result = results.find(({ requestId }) => requestId === answer.requestId);
      if (result !== undefined) noteResult(memory, late, answer, result);
    }
  });
}

/** What came of telling the companion. */
export interface Sent {
  /** False if the companion knew something newer about one of them. */
  readonly inTime: boolean;
  /** Milliseconds until the next answer that is held back may go; null: none is. */
  readonly nextInMs: number | null;
}

/**
 * Tells the companion how the requests stand here.
 * @param hold false to tell also what is held back for a moment: the desk closes
 */
export async function sendAnswers(deps: RoundDeps, client: WireClient, hold = true): Promise<Sent> {
  const open = openAnswers(deps.memory, deps.late);
  const held = hold ? open.filter(({ waitMs }) => waitMs > 0) : [];
  const answers = open.filter((one) => !held.includes(one)).map(({ answer }) => answer);
  for (let at = 0; at < answers.length; at += ANSWERS_AT_ONCE)
    await sendSome(deps, client, answers.slice(at, at + ANSWERS_AT_ONCE));
  return {
    inTime: answers.every(({ requestId }) => !deps.late.has(requestId)),
    nextInMs: held.length === 0 ? null : Math.min(...held.map(({ waitMs }) => waitMs)),
  };
}

/** From the beginning of today to the last day that can be booked, in the business's zone. */
function windowOf(memory: CompanionMemory): Span {
  const { zone } = memory.theBusiness();
  const today = dateAt(memory.clock.now(), zone);
  const last = addDays(today, memory.offer().horizonDays + 1);
  return { start: instantOfWall(today, 0, zone), end: instantOfWall(last, 0, zone) };
}

function takenTimes(memory: CompanionMemory, window: Span): TakenBy[] {
  const [from, to] = [toInstant(window.start), toInstant(window.end)];
  const agreed = agreedBookings(memory);
  const blocks = memory.blocks.inRange(from, to);
  const everybody = blocks.filter(({ staffIds }) => staffIds.length === 0).map(spanOf);
  const each = memory.staff
    .list()
    .filter(({ active }) => active)
    .map(({ id }) => ({
      staffId: id,
      spans: [
        ...memory.bookings.taken(id, from, to).filter(({ bookingId }) => !agreed.has(bookingId)),
        ...blocks.filter(({ staffIds }) => staffIds.includes(id)),
      ].map(spanOf),
    }));
  return [{ staffId: null, spans: everybody }, ...each];
}

/** What is to be published now. */
export function publicationsOf(memory: CompanionMemory) {
  const window = windowOf(memory);
  const business = memory.theBusiness();
  const profile = publicProfile({
    business,
    services: memory.services.list(),
    staff: memory.staff.list(),
    offer: memory.offer(),
    closed: closedWithin(business.closures, window, business.zone),
  });
  const busy = {
    from: toInstant(window.start),
    until: toInstant(window.end),
    intervals: busyIntervals(takenTimes(memory, window), window),
  };
  return { profile, busy };
}

async function publishIfNew(
  known: Published,
  value: unknown,
  send: (version: number) => Promise<{ readonly version: number }>,
  keep: (published: Published) => void,
): Promise<void> {
  const digest = digestOf(value);
  if (digest === known.digest) return;
  // The number is kept before it is used, so that a lost receipt can't give one number to two contents.
  const version = known.version + 1;
  keep({ version, digest: "" });
  const { version: counts } = await send(version);
  // A desk that was put back to a backup counts on from what the companion has.
  if (counts > version) return publishIfNew({ version: counts, digest: "" }, value, send, keep);
  keep({ version, digest });
}

/** Publishes profile and taken times if they differ from what the companion has. */
export async function publish({ memory }: RoundDeps, client: WireClient): Promise<void> {
  const { profile, busy } = publicationsOf(memory);
  const keep = (what: "profile" | "busy") => (published: Published) =>
    memory.pairing.put({ ...mustBePaired(memory), [what]: published });
  await publishIfNew(
    mustBePaired(memory).profile,
    profile,
    (version) => client.publishProfile({ version, profile }),
    keep("profile"),
  );
  await publishIfNew(
    mustBePaired(memory).busy,
    busy,
    (version) => client.publishBusy({ version, ...busy }),
    keep("busy"),
  );
}
