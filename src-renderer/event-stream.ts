/** One event of a `text/event-stream`. */
interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/** Takes the complete events off the front of what has arrived. */
export function splitEvents(buffer: string): {
  readonly events: readonly StreamEvent[];
  readonly rest: string;
} {
  const parts = buffer.replaceAll("\r\n", "\n").split("\n\n");
  const rest = parts.pop() ?? "";
  return { events: parts.map(parseEvent).filter((e) => e.data !== ""), rest };
}

function parseEvent(text: string): StreamEvent {
  const lines = text.split("\n");
  const value = (name: string): string =>
    lines
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).replace(/^ /, ""))
      .join("\n");
  return { event: value("event"), data: value("data") };
}

/** Reads until the stream ends. An event that is not JSON is left out: one bad event never stops the others. */
export async function readEventStream(
  body: ReadableStream<Uint8Array>,
  tell: (event: string, payload: unknown) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let buffer = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const split = splitEvents(buffer + decoder.decode(value, { stream: true }));
    buffer = split.rest;
    for (const { event, data } of split.events) tellParsed(event, data, tell);
  }
}

function tellParsed(
  event: string,
  data: string,
  tell: (event: string, payload: unknown) => void,
): void {
  let payload: unknown;
  try {
    payload = JSON.parse(data);
  } catch {
    return;
  }
  tell(event, payload);
}
