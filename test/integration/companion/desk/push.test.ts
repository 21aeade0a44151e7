import { expect, it, onTestFinished } from "vitest";
import { listen } from "../../../../src-companion/listen.ts";
import { systemScheduler } from "../../../../src-companion/surroundings.ts";
import { openCompanion } from "../../../../src-companion/companion.ts";
import {
  BASE_URL,
  startCompanion,
  type TestCompanion,
} from "../../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";
import {
  newKey,
  OTHER_BUSINESS,
  pairDesk,
  seedRequest,
} from "../../../fixtures/companion/desk-end.ts";

const TOKEN = newKey();
const HOUR = 3_600_000;
const inAnHour = (): string => new Date(Date.now() + HOUR).toISOString();
const wish = (id = "channel-1") => ({ id, token: TOKEN, expiresAt: inAnHour() });

type Headers = Readonly<Record<string, string>>;

async function google({ app }: TestCompanion, headers: Headers): Promise<number> {
  const response = await app.fetch(
    new Request(`${BASE_URL}/hooks/google-calendar`, {
      method: "POST",
      headers: {
        "x-goog-channel-id": "channel-1",
        "x-goog-channel-token": TOKEN,
        "x-goog-resource-state": "exists",
        "x-goog-resource-id": "r1",
        ...headers,
      },
    }),
    { remoteAddress: "198.51.100.77" },
  );
  return response.status;
}

const message = (n: number, more: Headers = {}): Headers => ({
  "x-goog-message-number": String(n),
  ...more,
});

async function events({ companion }: TestCompanion) {
  return companion.store.db
    .selectFrom("desk_event")
    .select(["business_id", "position", "kind"])
    .execute();
}

onEveryDatabase("Google's notifications", (newDatabase) => {
  it("tell the desk of the channel to look, and the newest stands for all before it", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    const answer = await desk.call("PUT", "/push-channels", wish());
    expect(answer.body).toEqual({ address: `${BASE_URL}/hooks/google-calendar` });
    expect(await google(companion, message(1, { "x-goog-resource-state": "sync" }))).toBe(204);
    expect(await events(companion)).toEqual([]);
    for (const n of [2, 5, 6]) expect(await google(companion, message(n))).toBe(204);
    expect((await desk.changes()).body).toEqual({
      events: [{ position: 3, kind: "calendar.changed", request: null }],
      more: false,
      newest: 3,
    });
  });

  it("are ignored when forged, whatever is wrong with them, with one answer for all", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    await desk.call("PUT", "/push-channels", wish());
    const forged: readonly Headers[] = [
      message(2, { "x-goog-channel-token": newKey() }),
      message(2, { "x-goog-channel-token": "" }),
      message(2, { "x-goog-channel-id": "channel-2" }),
      message(2, { "x-goog-channel-id": "" }),
      message(2, { "x-goog-channel-id": "x".repeat(5_000) }),
      { "x-goog-message-number": "two" },
      { "x-goog-message-number": "-1" },
      {},
    ];
    for (const headers of forged) expect(await google(companion, headers)).toBe(404);
    expect(await events(companion)).toEqual([]);
    expect(await google(companion, message(2))).toBe(204);
  });

  it("are ignored when replayed, and when they come late or after the channel's end", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    await desk.call("PUT", "/push-channels", wish());
    await google(companion, message(7));
    for (const n of [7, 6, 1]) expect(await google(companion, message(n))).toBe(204);
    expect(await events(companion)).toMatchObject([{ position: 1 }]);
    companion.wait(2 * HOUR);
    expect(await google(companion, message(8))).toBe(404);
    expect(await events(companion)).toMatchObject([{ position: 1 }]);
  });

  it("are over once the desk has stopped the channel or left", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    await desk.call("PUT", "/push-channels", wish());
    expect((await desk.call("DELETE", "/push-channels/channel-1")).status).toBe(204);
    expect((await desk.call("DELETE", "/push-channels/channel-1")).status).toBe(204);
    expect(await google(companion, message(2))).toBe(404);
    await desk.call("PUT", "/push-channels", wish());
    await desk.call("DELETE", "/pairing");
    expect(await google(companion, message(3))).toBe(404);
  });

  it("of one business are no affair of another's desk", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    const { desk: stranger } = await pairDesk(companion, "x@mail.example", OTHER_BUSINESS);
    await desk.call("PUT", "/push-channels", wish());
    const taking = await stranger.call("PUT", "/push-channels", { ...wish(), token: newKey() });
    expect(taking.status).toBe(404);
    expect((await stranger.call("DELETE", "/push-channels/channel-1")).status).toBe(204);
    expect(await google(companion, message(2))).toBe(204);
    expect((await stranger.changes()).body).toMatchObject({ events: [] });
  });
});

/** The lines of an event stream, one after the other. */
async function* lines(response: Response): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    yield* parts.filter((line) => line !== "");
  }
}

async function openStream(companion: TestCompanion, key: string) {
  const listening = await listen(companion.app, {
    host: "127.0.0.1",
    port: 0,
    scheduler: systemScheduler,
  });
  const response = await fetch(`http://127.0.0.1:${listening.port}/api/desk/v1/events`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const stream = lines(response);
  const next = async (): Promise<string | undefined> => {
    const { value, done } = await stream.next();
    return done === true ? undefined : value;
  };
  onTestFinished(async () => {
    companion.endStreams();
    await listening.stop();
  });
  return { response, next, listening };
}

onEveryDatabase("The stream of a desk", (newDatabase) => {
  it("says at once where things stand, and wakes it whichever server took the booking", async () => {
    const [url, env] = [newDatabase(), {}];
    const companion = await startCompanion(url, env);
    const { desk } = await pairDesk(companion);
    const { next } = await openStream(companion, desk.key);
    expect([await next(), await next()]).toEqual(["event: wake", "data: 0"]);
    // A second server of the same database writes it.
    const { settings, clock, scheduler, random, log } = companion.companion;
    const other = await openCompanion(settings, { clock, scheduler, random, log });
    onTestFinished(() => other.close());
    await seedRequest({ ...companion, ...other }, { id: "0198c0de-0000-7000-8000-000000000011" });
    expect([await next(), await next()]).toEqual(["event: wake", "data: 1"]);
  });

  it("ends with the companion, which need not wait for it", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    const { next, listening } = await openStream(companion, desk.key);
    expect(await next()).toBe("event: wake");
    companion.endStreams();
    await listening.stop();
    expect([await next(), await next()]).toEqual(["data: 0", undefined]);
  });
});
