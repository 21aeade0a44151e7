import { EVENTS, type EventName } from "../../../src-shared/bridge/channels.ts";
import { EVENT_CONTRACT, type EventPayload } from "../../../src-shared/bridge/contract.ts";
import type { Logger } from "../ports.ts";
import { issuePlaces } from "./failures.ts";

/** The part of the desk that tells things without being asked. */
export interface EventSource {
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
}

/** One event on its way to a window; `payload` has passed the contract. */
export type SendEvent = (event: EventName, payload: EventPayload<EventName>) => void;

/**
 * Hands every event of the desk to `send`, checked against the contract first: what breaks it is logged and
 * dropped. Returns the function that ends it.
 */
export function forwardEvents(source: EventSource, log: Logger, send: SendEvent): () => void {
  const forward = (event: EventName) =>
    source.on(event, (payload: unknown) => {
      const parsed = EVENT_CONTRACT[event].safeParse(payload);
      if (parsed.success) send(event, parsed.data);
      else log.error("bridge.wrongEvent", { event, places: issuePlaces(parsed.error.issues) });
    });
  const ends = EVENTS.map(forward);
  return () => {
    for (const end of ends) end();
  };
}
