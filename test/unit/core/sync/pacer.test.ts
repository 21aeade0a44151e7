import { expect, test } from "vitest";
import { Abandoned, createPacer } from "../../../../src-main/core/sync/pacer.ts";
import { handTime } from "../../../fixtures/hand-time.ts";

const START = "2026-11-20T09:00:00.000Z";
const MINUTE_MS = 60_000;

function paced(perMinute: number) {
  const time = handTime(START);
  const pacer = createPacer(time.clock, time.scheduler, perMinute);
  const given: number[] = [];
  const ask = (count: number): void => {
    for (let i = 0; i < count; i += 1)
      void pacer.turn().then(() => given.push(time.clock.now() - Date.parse(START)));
  };
  /** Lets every promise that can go on do so. */
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  const forward = async (ms: number): Promise<void> => {
    time.forward(ms);
    await rest();
  };
  return { time, pacer, given, ask, rest, forward };
}

test("the first minute's turns are given at once", async () => {
  const { given, ask, rest } = paced(3);
  ask(3);
  await rest();
  expect(given).toEqual([0, 0, 0]);
});

test("what is too much for a minute waits until the oldest turn is a minute old", async () => {
  const { given, ask, rest, forward } = paced(3);
  ask(2);
  await rest();
  await forward(20_000);
  ask(3);
  await rest();
  expect(given).toEqual([0, 0, 20_000]);
  await forward(39_999);
  expect(given).toHaveLength(3);
  await forward(1);
  expect(given).toEqual([0, 0, 20_000, MINUTE_MS, MINUTE_MS]);
});

test("no minute ever holds more than allowed, wherever it begins", async () => {
  const { given, ask, rest, forward } = paced(5);
  ask(30);
  await rest();
  for (let second = 0; second < 400; second += 1) await forward(1_000);
  expect(given).toHaveLength(30);
  for (const from of given)
    expect(given.filter((at) => at >= from && at < from + MINUTE_MS).length).toBeLessThanOrEqual(5);
});

test("a clock that was set back keeps nobody waiting for its old times", async () => {
  const { time, given, ask, rest } = paced(2);
  ask(2);
  await rest();
  time.jump(-3_600_000);
  ask(2);
  await rest();
  expect(given).toHaveLength(4);
});

test("who gives up waits no longer, takes no turn, and holds nobody up", async () => {
  const { pacer, given, ask, rest, forward } = paced(1);
  ask(1);
  const leave = new AbortController();
  const waiting = [pacer.turn(leave.signal), pacer.turn(leave.signal)];
  ask(1);
  leave.abort();
  for (const turn of waiting) await expect(turn).rejects.toBeInstanceOf(Abandoned);
  await rest();
  expect(given).toEqual([0]);
  await forward(MINUTE_MS);
  expect(given).toEqual([0, MINUTE_MS]);
});

test("who has given up before is not let in", async () => {
  const { pacer, given, ask, rest } = paced(1);
  await expect(pacer.turn(AbortSignal.abort())).rejects.toBeInstanceOf(Abandoned);
  ask(1);
  await rest();
  expect(given).toEqual([0]);
});

test("who had its turn hears nothing of a later end", async () => {
  const { pacer } = paced(1);
  const leave = new AbortController();
  await pacer.turn(leave.signal);
  leave.abort();
});

test("what the process before sent in this minute counts", async () => {
  const { time } = paced(1);
  const now = time.clock.now();
  const pacer = createPacer(time.clock, time.scheduler, 3, [
    now - MINUTE_MS,
    now - 59_000,
    now - 1,
  ]);
  let given = 0;
  for (let i = 0; i < 3; i += 1) void pacer.turn().then(() => (given += 1));
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  await rest();
  expect(given).toBe(1);
  time.forward(1_000);
  await rest();
  expect(given).toBe(2);
});
