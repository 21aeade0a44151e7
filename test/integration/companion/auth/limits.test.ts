import { expect, it } from "vitest";
import { PASSWORD, signUp, whoIs, signInByPassword } from "../../../fixtures/companion/accounts.ts";
import { formOf } from "../../../../scripts/practice/web-client.ts";
import { type TestCompanion, startCompanion } from "../../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";

const QUARTER_AND_MORE = 16 * 60_000;
const MANY = 35;
/** So many mails may one client address ask for in an hour. */
const BY_ADDRESS = 30;

interface Try {
  readonly email: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a form again and again until one answer is 429; how many answers came before it. */
async function triesUntilStopped(
  companion: TestCompanion,
  action: "/reset" | "/sign-in/password",
  request: (i: number) => Try,
): Promise<number> {
  const client = companion.browser();
  const form = formOf(await client.go("/reset"), "/reset");
  for (let i = 0; i < MANY; i += 1) {
    const { email, headers = {} } = request(i);
    const answer = await client.post(action, { ...form, email, password: "x" }, headers);
    if (answer.status === 429) return i;
  }
  return MANY;
}

onEveryDatabase("Rate limits", (newDatabase) => {
  it("stop one address that writes to many accounts", async () => {
    const companion = await startCompanion(newDatabase());
    const tries = await triesUntilStopped(companion, "/reset", (i) => ({
      email: `a${i}@mail.example`,
    }));
    expect(tries).toBe(BY_ADDRESS);
  });

  it("stop many addresses that try many passwords on one account, and let its owner in afterwards", async () => {
    const companion = await startCompanion(newDatabase(), {
      COMPANION_CLIENT_ADDRESS_HEADER: "X-Real-IP",
    });
    await signUp(companion, companion.browser(), "mara@mail.example");
    const tries = await triesUntilStopped(companion, "/sign-in/password", (i) => ({
      email: i % 2 === 0 ? "mara@mail.example" : "MARA@mail.example",
      headers: { "x-real-ip": `198.51.100.${i}` },
    }));
    expect(tries).toBe(10);
    companion.wait(QUARTER_AND_MORE);
    const owner = companion.browser();
    await signInByPassword(owner, "mara@mail.example", PASSWORD);
    expect(await whoIs(owner)).toBe("mara@mail.example");
  });

  it("are not fooled by a forwarding header that no proxy of ours writes", async () => {
    const companion = await startCompanion(newDatabase());
    const tries = await triesUntilStopped(companion, "/reset", (i) => ({
      email: `a${i}@mail.example`,
      headers: {
        "x-forwarded-for": `198.51.100.${i}`,
        "x-real-ip": `198.51.100.${i}`,
        forwarded: `for=198.51.100.${i}`,
      },
    }));
    expect(tries).toBe(BY_ADDRESS);
  });

  it("count by the proxy's header where one is set up, and not by chains that a client began", async () => {
    const env = { COMPANION_CLIENT_ADDRESS_HEADER: "X-Real-IP" };
    const apart = await startCompanion(newDatabase(), env);
    const free = await triesUntilStopped(apart, "/reset", (i) => ({
      email: `a${i}@mail.example`,
      headers: { "x-real-ip": `198.51.100.${i}` },
    }));
    expect(free).toBe(MANY);
    const chained = await startCompanion(newDatabase(), env);
    const stopped = await triesUntilStopped(chained, "/reset", (i) => ({
      email: `a${i}@mail.example`,
      headers: { "x-real-ip": `198.51.100.${i}, 203.0.113.9` },
    }));
    expect(stopped).toBe(BY_ADDRESS);
  });

  it("count a whole household of IPv6 addresses as one", async () => {
    const env = { COMPANION_CLIENT_ADDRESS_HEADER: "X-Real-IP" };
    const companion = await startCompanion(newDatabase(), env);
    const tries = await triesUntilStopped(companion, "/reset", (i) => ({
      email: `a${i}@mail.example`,
      headers: { "x-real-ip": `2001:db8:1:2:${i.toString(16)}::1` },
    }));
    expect(tries).toBe(BY_ADDRESS);
  });

  it("hold against requests that come all at once", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    const form = formOf(await client.go("/sign-in"), "/sign-in/email");
    const answers = await Promise.all(
      Array.from({ length: 30 }, () =>
        client.post("/sign-in/password", { ...form, email: "mara@mail.example", password: "x" }),
      ),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
  });

  it("send no more than five mails an hour to one address, whoever asks", async () => {
    const companion = await startCompanion(newDatabase());
    for (let i = 0; i < 8; i += 1) {
      const client = companion.browser({ address: `198.51.100.${i}` });
      const page = await client.go("/sign-up");
      const fields = {
        email: "mara@mail.example",
        password: PASSWORD,
        firstName: "M",
        lastName: "",
      };
      await client.submit(page, "/sign-up", fields);
    }
    expect(await companion.mailsTo("mara@mail.example")).toHaveLength(5);
  });

  it("keep neither addresses nor e-mails readable", async () => {
    const companion = await startCompanion(newDatabase());
    await triesUntilStopped(companion, "/reset", () => ({ email: "mara@mail.example" }));
    const rows = await companion.companion.store.db.selectFrom("rate_limit").selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/mara|203\.0/);
  });
});
