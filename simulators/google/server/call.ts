import { notFound, writerNeeded } from "../errors.ts";
import type { EventContext } from "../events/store.ts";
import type { Simulation } from "../simulation.ts";
import type { Account } from "../types.ts";
import { findCalendar } from "../world.ts";
import type { SimRequest } from "./exchange.ts";

/** One authenticated call of an API method. */
export interface Call {
  readonly simulation: Simulation;
  readonly request: SimRequest;
  readonly account: Account;
  readonly project: string;
  /** Whether the caller may only see calendars that its project made. */
  readonly ownCalendarsOnly: boolean;
  readonly ifMatch: string | undefined;
  /** A decoded part of the path. */
  readonly parameter: (name: string) => string;
}

/** The calendar of the path as the caller sees it; 404 where it sees none. */
export function eventContext(call: Call, pathId = call.parameter("calendarId")): EventContext {
  const { world } = call.simulation;
  const found = findCalendar(world, call.account, pathId);
  if (found === undefined) throw notFound();
  const hidden =
    call.ownCalendarsOnly &&
    (found.calendar.primary || found.calendar.madeByProject !== call.project);
  if (hidden) throw notFound();
  return { world, ...found, account: call.account, actor: "api" };
}

/** The same, for a write: 403 for whoever may only read. */
export function writableContext(call: Call, pathId?: string): EventContext {
  const context = eventContext(call, pathId);
  switch (context.entry.accessRole) {
    case "owner":
    case "writer":
    case "writerWithoutPrivateAccess":
      return context;
    case "reader":
    case "freeBusyReader":
    case "none":
      throw writerNeeded();
  }
}
