import { expect, it } from "vitest";
import { PASSWORD, signInBy, signUp } from "../../../fixtures/companion/accounts.ts";
import { type Client, type Page, formOf } from "../../../../scripts/practice/web-client.ts";
import {
  type TestCompanion,
  startCompanion,
  startProviders,
} from "../../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";

const KNOWN = "mara@facebook.example";
const UNKNOWN = "jonas@facebook.example";

/** A page without what differs from browser to browser and from address to address. */
function neutral({ html, status }: Page): string {
  return `${status} ${html
    .replaceAll(/name="_token" value="[^"]+"/g, "")
    .replaceAll(KNOWN, "somebody")
    .replaceAll(UNKNOWN, "somebody")}`;
}

const FORMS = {
  "the first step of signing in": ["/sign-in", "/sign-in/email", {}],
  "signing up": [
    "/sign-up",
    "/sign-up",
    { password: PASSWORD, firstName: "Mara", lastName: "Lindqvist" },
  ],
  "asking for a new password": ["/reset", "/reset", {}],
} as const;

async function medianMs(count: number, run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(count / 2)] ?? 0;
}

const SAMPLES = 7;
const ROUNDS = 8;
/** A missing password hash alone would make a factor of ten and more. */
const ALIKE = 1.5;

/**
 * How far apart two ways of answering are, as the factor between their medians, in the calmest of several rounds. Noise
 * makes a round look worse now and then; a step that only one of them takes makes every round bad.
 */
async function calmestFactor(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<number> {
  let calmest = Infinity;
  for (let round = 0; round < ROUNDS && calmest > ALIKE; round += 1) {
    const [a, b] = [await medianMs(SAMPLES, one), await medianMs(SAMPLES, other)];
    calmest = Math.min(calmest, Math.max(a, b) / Math.min(a, b));
  }
  return calmest;
}

/** A request of a new connection each time, so that no limit answers instead. */
function fresh(companion: TestCompanion): () => Client {
  let i = 0;
  return () => {
    i += 1;
    return companion.browser({
      headers: { "x-real-ip": `10.${i % 200}.${Math.floor(i / 200)}.1` },
    });
  };
}

onEveryDatabase("Whether an account exists", (newDatabase) => {
  for (const [name, [path, action, fields]] of Object.entries(FORMS)) {
    it(`is not told by the answer to ${name}`, async () => {
      const companion = await startCompanion(newDatabase());
      await signUp(companion, companion.browser(), KNOWN);
      const answers: string[] = [];
      for (const email of [KNOWN, UNKNOWN]) {
        const client = companion.browser();
        const page = await client.submit(await client.go(path), action, { ...fields, email });
        answers.push(neutral(page));
      }
      expect(answers[0]).toBe(answers[1]);
    });
  }

  it("is not told by the answer to a wrong password", async () => {
    const companion = await startCompanion(newDatabase());
    await signUp(companion, companion.browser(), KNOWN);
    const answers: string[] = [];
    for (const email of [KNOWN, UNKNOWN]) {
      const client = companion.browser();
      const step = await client.submit(await client.go("/sign-in"), "/sign-in/email", { email });
      answers.push(neutral(await client.submit(step, "/sign-in/password", { password: "wrong" })));
    }
    expect(answers[0]).toBe(answers[1]);
  });

  it("is not told to a Facebook account that claims the address", async () => {
    const { env, facebook } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    await signUp(companion, companion.browser(), KNOWN);
    const answers: string[] = [];
    for (const personId of ["10201", "10202"]) {
      facebook.control.setConsent({ personId });
      answers.push(neutral(await signInBy(companion.browser(), "facebook")));
    }
    expect(answers[0]).toBe(answers[1]);
  });

  it("is told to the reader of the mailbox alone", async () => {
    const companion = await startCompanion(newDatabase());
    await signUp(companion, companion.browser(), KNOWN);
    for (const email of [KNOWN, UNKNOWN]) {
      const client = companion.browser();
      const fields = { ...FORMS["signing up"][2], email };
      await client.submit(await client.go("/sign-up"), "/sign-up", fields);
    }
    expect((await companion.mailsTo(KNOWN)).at(-1)?.kind).toBe("account.known");
    expect((await companion.mailsTo(UNKNOWN)).at(-1)?.kind).toBe("account.confirm");
  });

  it("costs a reset its work only after the answer is given", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    await signUp(companion, client, KNOWN);
    const form = formOf(await client.go("/reset"), "/reset");
    const { db } = companion.companion.store;
    const answer = await client.post("/reset", { ...form, email: KNOWN });
    expect(answer.status).toBe(303);
    const atOnce = await db.selectFrom("verification").select("id").execute();
    expect(atOnce).toEqual([]);
    expect((await companion.mailsTo(KNOWN)).at(-1)?.kind).toBe("account.reset");
  });

  it("is not told by the time that a wrong password takes", { timeout: 120_000 }, async () => {
    const companion = await startCompanion(newDatabase(), {
      COMPANION_CLIENT_ADDRESS_HEADER: "X-Real-IP",
    });
    await signUp(companion, companion.browser(), KNOWN);
    const { auth } = companion.companion;
    const attempt = (email: string) => async () =>
      auth.api
        .signInEmail({ body: { email, password: "wrong" }, headers: new Headers() })
        .catch(() => undefined);
    expect(await calmestFactor(attempt(KNOWN), attempt(UNKNOWN))).toBeLessThanOrEqual(ALIKE);
  });

  it("is not told by the time that signing up takes", { timeout: 120_000 }, async () => {
    const companion = await startCompanion(newDatabase(), {
      COMPANION_CLIENT_ADDRESS_HEADER: "X-Real-IP",
    });
    const { store } = companion.companion;
    await signUp(companion, companion.browser(), KNOWN);
    const next = fresh(companion);
    const attempt = (email: string) => async () => {
      await store.db.deleteFrom("rate_limit").execute();
      const client = next();
      const form = formOf(await client.go("/sign-up"), "/sign-up");
      await client.post("/sign-up", { ...form, ...FORMS["signing up"][2], email });
    };
    expect(await calmestFactor(attempt(KNOWN), attempt(UNKNOWN))).toBeLessThanOrEqual(ALIKE);
  });
});
