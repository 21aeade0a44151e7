import { describe, expect, it } from "vitest";
import { readEventStream, splitEvents } from "../../../src-renderer/event-stream.ts";

function streamOf(...chunks: readonly string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
}

describe("the desk's event stream", () => {
  it("waits for the end of an event", () => {
    expect(splitEvents("event: a\ndata: 1\n\nevent: b\nda")).toEqual({
      events: [{ event: "a", data: "1" }],
      rest: "event: b\nda",
    });
  });

  it("tells events that were cut anywhere on the way, also inside a letter", async () => {
    const bytes = new TextEncoder().encode('event: x\ndata: {"name":"Sören"}\n\n');
    const told: unknown[] = [];
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    await readEventStream(stream, (event, payload) => told.push([event, payload]));
    expect(told).toEqual([["x", { name: "Sören" }]]);
  });

  it("leaves out heartbeats and what is not JSON, and goes on", async () => {
    const told: string[] = [];
    const stream = streamOf(
      ": beat\n\n",
      "event: bad\ndata: {\n\n",
      "event: good\r\ndata: 1\r\n\r\n",
    );
    await readEventStream(stream, (event) => told.push(event));
    expect(told).toEqual(["good"]);
  });
});
