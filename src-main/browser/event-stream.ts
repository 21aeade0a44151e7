import type { ServerResponse } from "node:http";
import type { EventName } from "../../src-shared/bridge/channels.ts";
import { type EventSource, forwardEvents } from "../core/bridge/events.ts";
import type { Logger, Scheduler } from "../core/ports.ts";
import { repeat } from "../core/repeat.ts";

/** Below the idle limits of common proxies and security programs that look into loopback traffic. */
const HEARTBEAT_MS = 15_000;
/** A desk has a few windows; more streams are a page that reconnects without end. */
const MAX_STREAMS = 16;

export interface EventStreams {
  /** Takes over the response. False if there are too many streams already; the response is then untouched. */
  open(response: ServerResponse): boolean;
  closeAll(): void;
}

export interface EventStreamDeps {
  readonly source: EventSource;
  readonly scheduler: Scheduler;
  readonly log: Logger;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Writes events to one reader. While the reader is too slow, the latest event of each name waits and older ones are
 * dropped: an event only says that something changed, so the last one says it all, and memory stays bounded.
 */
function createWriter(response: ServerResponse) {
  const waiting = new Map<EventName, string>();
  let blocked = false;
  const write = (text: string): void => {
    blocked = !response.write(text);
  };
  response.on("drain", () => {
    blocked = false;
    const backlog = [...waiting.values()].join("");
    waiting.clear();
    if (backlog !== "") write(backlog);
  });
  return {
    event: (name: EventName, payload: unknown): void => {
      const text = `event: ${name}\ndata: ${JSON.stringify(payload)}\n\n`;
      if (blocked) waiting.set(name, text);
      else write(text);
    },
    heartbeat: (): void => {
      if (!blocked) write(": beat\n\n");
    },
  };
}

/** The open event streams of the browser host (server-sent events; a reader that reconnects asks for everything anew). */
export function createEventStreams({
  source,
  scheduler,
  log,
  headers,
}: EventStreamDeps): EventStreams {
  const open = new Set<ServerResponse>();

  return {
    open(response) {
      if (open.size >= MAX_STREAMS) return false;
      // Kept alive, an ended stream would hold up the closing of the host.
      const own = { "Content-Type": "text/event-stream; charset=utf-8", Connection: "close" };
      response.writeHead(200, { ...headers, ...own });
      response.write(": open\n\n");
      const writer = createWriter(response);
      const stopEvents = forwardEvents(source, log, writer.event);
      const stopBeat = repeat(scheduler, HEARTBEAT_MS, writer.heartbeat);
      open.add(response);
      response.on("close", () => {
        stopEvents();
        stopBeat();
        open.delete(response);
      });
      return true;
    },
    closeAll() {
      for (const response of open) response.end();
    },
  };
}
