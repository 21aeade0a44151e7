import { CHANNELS, EVENTS, type Channel, type EventName } from "../src-shared/bridge/channels.ts";
import type { BellhopBridge, BridgeReply } from "../src-shared/bridge/contract.ts";
import type { ErrorCode } from "../src-shared/errors.ts";
import { readEventStream } from "./event-stream.ts";

const TOKEN_KEY = "bellhop.token";
const RECONNECT_MS = 1_000;

type Listener = (payload: unknown) => void;
type Page = Pick<Window, "location" | "history" | "sessionStorage" | "fetch" | "setTimeout">;

/** The token of the start address; taken out of the address so that it is not seen, copied or kept in the history. */
export function takeToken(page: Pick<Page, "location" | "history" | "sessionStorage">): string {
  const fromAddress = page.location.hash.slice(1);
  if (fromAddress !== "") {
    page.sessionStorage.setItem(TOKEN_KEY, fromAddress);
    page.history.replaceState(null, "", page.location.pathname);
  }
  return page.sessionStorage.getItem(TOKEN_KEY) ?? "";
}

function failure(code: ErrorCode, message: string): BridgeReply<Channel> {
  return { ok: false, error: { code, message, retryable: true } };
}

async function post(
  page: Page,
  token: string,
  channel: Channel,
  input: unknown,
): Promise<BridgeReply<Channel>> {
  try {
    const response = await page.fetch(`/bridge/${channel}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Bellhop-Token": token },
      body: JSON.stringify(input),
    });
    return (await response.json()) as BridgeReply<Channel>;
  } catch (error) {
    return failure("INTERNAL", error instanceof Error ? error.message : "no answer");
  }
}

function createListeners() {
  const byEvent = new Map<EventName, Set<Listener>>(EVENTS.map((name) => [name, new Set()]));
  return {
    add(event: EventName, listener: Listener): () => void {
      byEvent.get(event)?.add(listener);
      return () => void byEvent.get(event)?.delete(listener);
    },
    tell(event: string, payload: unknown): void {
      for (const listener of byEvent.get(event as EventName) ?? []) listener(payload);
    },
  };
}

/**
 * Reads the desk's events for ever: a stream that broke is opened again, and the window then asks for everything anew.
 * @param tried called once the first try to open it has ended, well or badly
 */
async function follow(
  page: Page,
  token: string,
  tell: (event: string, payload: unknown) => void,
  tried: () => void,
): Promise<never> {
  for (let first = true; ; first = false) {
    try {
      const response = await page.fetch("/events", { headers: { "X-Bellhop-Token": token } });
      tried();
      if (response.ok && response.body !== null) {
        if (!first) tellMissed(tell);
        await readEventStream(response.body, tell);
      }
    } catch {
      // The desk is gone for the moment; it is asked again below.
      tried();
    }
    await new Promise<void>((resolve) => void page.setTimeout(resolve, RECONNECT_MS));
  }
}

/** While the stream was down anything may have happened. */
function tellMissed(tell: (event: string, payload: unknown) => void): void {
  tell("schedule.changed", { revision: -1 });
  tell("catalogue.changed", { revision: -1 });
  tell("connection.changed", {});
}

/** The bridge of the browser host: one POST per call, one event stream for the page. */
export function createHttpBridge(page: Page): BellhopBridge {
  const token = takeToken(page);
  const listeners = createListeners();
  const listening = Promise.withResolvers<void>();
  // First listen, then ask: what changes between an answer and the opening of the stream would never be told.
  const ask = async (channel: Channel, input: unknown): Promise<BridgeReply<Channel>> => {
    await listening.promise;
    return post(page, token, channel, input);
  };
  const calls = CHANNELS.map((channel) => [channel, (input: unknown) => ask(channel, input)]);
  const events = EVENTS.map((name) => [name, (l: Listener) => listeners.add(name, l)]);
  void follow(page, token, listeners.tell, listening.resolve);
  return {
    call: Object.fromEntries(calls) as BellhopBridge["call"],
    on: Object.fromEntries(events) as BellhopBridge["on"],
  };
}
