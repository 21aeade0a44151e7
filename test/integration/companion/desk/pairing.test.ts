import { expect, it } from "vitest";
import { signUp } from "../../../fixtures/companion/accounts.ts";
import { textOf } from "../../../../scripts/practice/web-client.ts";
import { BASE_URL, startCompanion } from "../../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";
import {
  BUSINESS,
  confirmCode,
  createDeskEnd,
  newCode,
  newKey,
  OTHER_BUSINESS,
  pairDesk,
} from "../../../fixtures/companion/desk-end.ts";

const ELEVEN_MINUTES = 11 * 60_000;
const refusal = (code: string) => ({ error: { code, message: expect.any(String) } });

onEveryDatabase("A desk is paired", (newDatabase) => {
  it("once its owner, signed in, has typed the code that it shows", async () => {
    const companion = await startCompanion(newDatabase());
    const desk = createDeskEnd(companion);
    const code = newCode();
    expect(await desk.state()).toMatchObject({ status: 401, body: refusal("UNKNOWN_KEY") });
    const wish = await desk.wish(code);
    expect(wish).toMatchObject({ body: { is: "waiting", confirmUrl: `${BASE_URL}/pair` } });
    expect((await desk.state()).body).toEqual(wish.body);
    expect(await desk.changes()).toMatchObject({ status: 401, body: refusal("UNKNOWN_KEY") });

    const owner = companion.browser();
    await signUp(companion, owner, "owner@mail.example");
    // Small letters and a dash are how people type.
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
    const asked = await owner.submit(await owner.go("/pair"), "/pair", { code: typed });
    expect(textOf(asked)).toContain("Pair “Atelier Nord”?");
    expect((await desk.state()).body).toMatchObject({ is: "waiting" });
    expect(textOf(await owner.submit(asked, "/pair/confirm"))).toContain("The desk is paired");

    const paired = {
      is: "paired",
      bookingUrl: `${BASE_URL}/b/atelier-nord`,
      methods: ["email"],
    };
    expect((await desk.state()).body).toEqual(paired);
    expect((await desk.wish(code)).body).toEqual(paired);
    expect(await desk.changes()).toEqual({
      status: 200,
      body: { events: [], more: false, newest: 0 },
    });
  });

  it("never by somebody who is not signed in", async () => {
    const companion = await startCompanion(newDatabase());
    const page = await companion.browser().go("/pair");
    expect(page.url).toBe(`${BASE_URL}/sign-in?next=%2Fpair`);
  });

  it("keeps neither key nor code readable in the database", async () => {
    const companion = await startCompanion(newDatabase());
    const waiting = createDeskEnd(companion);
    const code = newCode();
    await waiting.wish(code);
    const { desk } = await pairDesk(companion, "owner@mail.example", OTHER_BUSINESS);
    const { db } = companion.companion.store;
    const rows = JSON.stringify([
      await db.selectFrom("pairing_code").selectAll().execute(),
      await db.selectFrom("desk_token").selectAll().execute(),
    ]);
    for (const secret of [waiting.key, code, desk.key]) expect(rows).not.toContain(secret);
  });

  it("no more after ten minutes, until it shows a new code", async () => {
    const companion = await startCompanion(newDatabase());
    const owner = companion.browser();
    await signUp(companion, owner, "owner@mail.example");
    const desk = createDeskEnd(companion);
    const [old, fresh] = [newCode(), newCode()];
    await desk.wish(old);
    companion.wait(ELEVEN_MINUTES);
    expect(await desk.state()).toMatchObject({ body: refusal("UNKNOWN_KEY") });
    expect((await confirmCode(owner, old)).status).toBe(422);
    await desk.wish(fresh);
    expect((await confirmCode(owner, fresh)).status).toBe(200);
    expect((await confirmCode(owner, fresh)).status).toBe(422);
  });

  it("not by guessing: an account has ten tries in a quarter of an hour", async () => {
    const companion = await startCompanion(newDatabase());
    const guesser = companion.browser();
    await signUp(companion, guesser, "guesser@mail.example");
    const statuses: number[] = [];
    for (let i = 0; i < 14; i += 1) statuses.push((await confirmCode(guesser, newCode())).status);
    expect(statuses).toEqual([...Array<number>(10).fill(422), ...Array<number>(4).fill(429)]);
    const desk = createDeskEnd(companion);
    const code = newCode();
    await desk.wish(code);
    expect((await confirmCode(guesser, code)).status).toBe(429);
    expect((await desk.state()).body).toMatchObject({ is: "waiting" });
  });

  it("with a code of its own: one that another desk shows is refused, and so are too many wishes", async () => {
    const companion = await startCompanion(newDatabase());
    const code = newCode();
    await createDeskEnd(companion).wish(code);
    const second = createDeskEnd(companion);
    expect(await second.wish(code, OTHER_BUSINESS)).toMatchObject({
      status: 409,
      body: refusal("CODE_TAKEN"),
    });
    const statuses: number[] = [];
    for (let i = 0; i < 40; i += 1)
      statuses.push((await createDeskEnd(companion).wish(newCode(), OTHER_BUSINESS)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(28);
    expect(statuses.at(-1)).toBe(429);
  });

  it("never with a business that belongs to another account, whoever shows and types the code", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    const thief = companion.browser();
    await signUp(companion, thief, "thief@mail.example");
    const other = createDeskEnd(companion);
    const code = newCode();
    await other.wish(code, BUSINESS, "Anything");
    const page = await confirmCode(thief, code);
    expect(page.status).toBe(403);
    expect(textOf(page)).toContain("belongs to another account");
    expect(await other.state()).toMatchObject({ body: refusal("UNKNOWN_KEY") });
    expect((await desk.changes()).status).toBe(200);
  });

  it("again by its owner, and then the old key is worth nothing", async () => {
    const companion = await startCompanion(newDatabase());
    const { owner, desk } = await pairDesk(companion);
    const next = createDeskEnd(companion);
    const code = newCode();
    await next.wish(code);
    expect((await confirmCode(owner, code)).status).toBe(200);
    expect((await next.state()).body).toMatchObject({ bookingUrl: `${BASE_URL}/b/atelier-nord` });
    for (const call of [desk.state, desk.changes, () => desk.wish(newCode())])
      expect(await call()).toMatchObject({ status: 401, body: refusal("REVOKED") });
  });

  it("until it leaves; leaving twice is leaving", async () => {
    const companion = await startCompanion(newDatabase());
    const { desk } = await pairDesk(companion);
    const { db } = companion.companion.store;
    await db.updateTable("business").set({ busy_until_at: 1_900_000_000_000 }).execute();
    expect((await desk.call("DELETE", "/pairing")).status).toBe(204);
    expect(await desk.call("DELETE", "/pairing")).toMatchObject({ body: refusal("REVOKED") });
    const business = await db.selectFrom("business").select("busy_until_at").executeTakeFirst();
    expect(business?.busy_until_at).toBe(0);
  });

  it("under an address of its own, however many businesses have the same name", async () => {
    const companion = await startCompanion(newDatabase());
    await pairDesk(companion);
    const { desk } = await pairDesk(companion, "second@mail.example", OTHER_BUSINESS);
    expect((await desk.state()).body).toMatchObject({
      bookingUrl: `${BASE_URL}/b/atelier-nord-2`,
    });
  });
});

it.each([
  ["no key at all", ""],
  ["another scheme", `Basic ${newKey()}`],
  ["a short key", "Bearer abc"],
  ["a key of nobody", `Bearer ${newKey()}`],
])("a call with %s is refused", async (_name, authorization) => {
  const companion = await startCompanion(null);
  for (const [method, path] of [
    ["GET", "/pairing"],
    ["DELETE", "/pairing"],
    ["GET", "/changes?after=0"],
    ["POST", "/acknowledge"],
    ["POST", "/answers"],
    ["PUT", "/push-channels"],
    ["DELETE", "/push-channels/x"],
    ["GET", "/events"],
    ["GET", "/anything"],
  ] as const) {
    const response = await companion.app.fetch(
      new Request(`${BASE_URL}/api/desk/v1${path}`, { method, headers: { authorization } }),
      { remoteAddress: "198.51.100.9" },
    );
    expect(response.status, path).toBe(401);
    expect(await response.json(), path).toEqual(refusal("UNKNOWN_KEY"));
  }
});

it.each([
  ["no JSON", "{"],
  ["nothing", ""],
  ["a list", "[]"],
  ["an unknown field", JSON.stringify({ position: 1, more: true })],
  ["a fraction", JSON.stringify({ position: 1.5 })],
])("a body with %s is refused, and nothing is done", async (_name, body) => {
  const companion = await startCompanion(null);
  const { desk } = await pairDesk(companion);
  const response = await companion.app.fetch(
    new Request(`${BASE_URL}/api/desk/v1/acknowledge`, {
      method: "POST",
      headers: { authorization: `Bearer ${desk.key}` },
      body,
    }),
    { remoteAddress: "198.51.100.9" },
  );
  expect([response.status, await response.json()]).toEqual([400, refusal("BAD_INPUT")]);
});

it("a body of more than eight megabytes is refused", async () => {
  const companion = await startCompanion(null);
  const { desk } = await pairDesk(companion);
  const answer = await desk.call("POST", "/acknowledge", "x".repeat(9 * 1024 * 1024));
  expect(answer).toEqual({ status: 413, body: refusal("TOO_LARGE") });
});
