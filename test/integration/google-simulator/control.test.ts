import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { startGoogleSimulator } from "../../../simulators/google/index.ts";
import { EMAIL, NOW, hourAt, openDesk } from "./harness.ts";

async function control(
  url: string,
  name: string,
  ...parameters: readonly unknown[]
): Promise<{ status: number; json: { result?: unknown } }> {
  const response = await fetch(`${url}/_control/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(parameters),
  });
  return { status: response.status, json: (await response.json()) as { result?: unknown } };
}

describe("the control side over HTTP", () => {
  it("calls the same functions as in the process", async () => {
    const { simulator, control: inside } = await openDesk();
    const made = await control(simulator.url, "createEvent", "primary", {
      summary: "A",
      ...hourAt(9),
    });
    expect(made.json.result).toMatchObject({ summary: "A" });
    expect(inside.events("primary")).toEqual([made.json.result]);
    await control(simulator.url, "clock.advance", 1000);
    expect((await control(simulator.url, "clock.now")).json.result).toBe(NOW + 1000);
  });

  it("reads expressions of faults", async () => {
    const desk = await openDesk();
    const fault = { path: { regex: "events\\?" }, effect: { kind: "status", status: 500 } };
    await control(desk.simulator.url, "addFault", fault);
    expect((await desk.list()).status).toBe(500);
  });

  it("answers mistakes with an error, and nobody who comes by another name", async () => {
    const { simulator } = await openDesk();
    expect((await control(simulator.url, "nothing")).status).toBe(404);
    expect((await control(simulator.url, "constructor")).status).toBe(404);
    expect((await control(simulator.url, "deleteEvent", "primary", "none0")).status).toBe(404);
    const form = await fetch(`${simulator.url}/_control/clock.now`, { method: "POST", body: "[]" });
    expect(form.status).toBe(400);
  });
});

describe("the truth", () => {
  it("has every row, what a person sees, and how many there are", async () => {
    const desk = await openDesk();
    desk.control.seedEvents(
      "primary",
      Array.from({ length: 1000 }, (_, n) => ({ summary: `event ${n}`, ...hourAt(9) })),
    );
    const first = desk.control.events("primary")[0]?.id ?? "";
    desk.control.deleteEvent("primary", first);
    expect(desk.control.event("primary", first)?.status).toBe("cancelled");
    expect(desk.control.event("primary", "nobody")).toBeUndefined();
    const seen = desk.control.eventsBetween(
      "primary",
      "2026-11-25T00:00:00Z",
      "2026-11-26T00:00:00Z",
    );
    expect(seen).toHaveLength(999);
    expect(desk.control.counts().events[EMAIL]).toEqual({ live: 999, cancelled: 1 });
  });
});

describe("the server", () => {
  it("refuses to start on a port that is taken", async () => {
    const { simulator } = await openDesk();
    const port = Number(new URL(simulator.url).port);
    await expect(startGoogleSimulator({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("runs by itself from the command line and prints its address", async () => {
    const main = fileURLToPath(new URL("../../../simulators/google/main.ts", import.meta.url));
    const child = spawn(process.execPath, [main, "--port", "0"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => {
      child.once("exit", resolve);
    });
    const [line = ""] =
      (await createInterface(child.stdout)[Symbol.asyncIterator]().next()).value?.split("\n") ?? [];
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? "";
    expect((await control(url, "accounts")).json.result).toEqual([EMAIL]);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});
