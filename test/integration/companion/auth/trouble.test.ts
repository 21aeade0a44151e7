import { describe, expect, it } from "vitest";
import { signInBy, whoIs } from "../../../fixtures/companion/accounts.ts";
import { textOf } from "../../../../scripts/practice/web-client.ts";
import { PEOPLE, startCompanion, startProviders } from "../../../fixtures/companion/companion.ts";

type Providers = Awaited<ReturnType<typeof startProviders>>;

interface Case {
  readonly provider: "google" | "facebook";
  readonly when: string;
  readonly arrange: (providers: Providers) => void;
  readonly title: string;
}

const CASES: readonly Case[] = [
  {
    provider: "google",
    when: "the customer refuses",
    arrange: ({ google }) => google.control.setConsent({ error: "access_denied" }),
    title: "Signing in was cancelled",
  },
  {
    provider: "facebook",
    when: "the customer refuses",
    arrange: ({ facebook }) => facebook.control.setConsent({ mode: "refuse" }),
    title: "Signing in was cancelled",
  },
  {
    provider: "google",
    when: "Google has not verified the address",
    arrange: ({ google }) => google.control.setSwitches({ emailVerified: false }),
    title: "Google has not confirmed your address",
  },
  {
    provider: "google",
    when: "the account is disabled",
    arrange: ({ google }) => google.control.setSwitches({ accountDisabled: true }),
    title: "This account is closed",
  },
  {
    provider: "google",
    when: "the organisation forbids it",
    arrange: ({ google }) => google.control.setConsent({ error: "admin_policy_enforced" }),
    title: "This account is closed",
  },
  {
    provider: "facebook",
    when: "the account is disabled",
    arrange: ({ facebook }) => facebook.control.setSwitches({ accountDisabled: true }),
    title: "This account is closed",
  },
  {
    provider: "google",
    when: "Google is down",
    arrange: ({ google }) => {
      google.control.addFault({ kind: "oauth.token", effect: { kind: "status", status: 503 } });
    },
    title: "The provider does not answer",
  },
  {
    provider: "google",
    when: "the connection breaks",
    arrange: ({ google }) => {
      google.control.addFault({ kind: "oauth.token", effect: { kind: "reset" } });
    },
    title: "The provider does not answer",
  },
  {
    provider: "facebook",
    when: "Facebook is down",
    arrange: ({ facebook }) => facebook.control.setSwitches({ down: true }),
    title: "The provider does not answer",
  },
  {
    provider: "facebook",
    when: "the token is malformed",
    arrange: ({ facebook }) => facebook.control.setSwitches({ tokenMalformed: true }),
    title: "The provider does not answer",
  },
  {
    provider: "google",
    when: "the token is malformed",
    arrange: ({ google }) => google.control.setSwitches({ idTokens: "garbage" }),
    title: "The provider does not answer",
  },
  {
    provider: "google",
    when: "the token is signed by somebody else",
    arrange: ({ google }) => google.control.setSwitches({ idTokens: "badSignature" }),
    title: "The provider does not answer",
  },
  {
    provider: "facebook",
    when: "the account has no address",
    arrange: ({ facebook }) => facebook.control.setSwitches({ emailMissing: true }),
    title: "Facebook gave no e-mail address",
  },
  {
    provider: "facebook",
    when: "the customer keeps the address back",
    arrange: ({ facebook }) => facebook.control.setConsent({ withholdEmail: true }),
    title: "Facebook gave no e-mail address",
  },
];

describe("Trouble signing in", () => {
  for (const { provider, when, arrange, title } of CASES)
    it(`with ${provider} has its page when ${when}, and e-mail is offered`, async () => {
      const providers = await startProviders();
      arrange(providers);
      const companion = await startCompanion(null, providers.env);
      const client = companion.browser();
      const page = await signInBy(client, provider);
      expect(textOf(page)).toContain(title);
      expect(page.html).toContain('href="/sign-in?next=%2Fprofile"');
      expect(await whoIs(client)).toBeNull();
      const customers = await companion.companion.store.db
        .selectFrom("customer")
        .select("id")
        .execute();
      expect(customers).toEqual([]);
    });

  it("gives up on a provider that only keeps us waiting", { timeout: 60_000 }, async () => {
    const providers = await startProviders();
    providers.facebook.control.setSwitches({ slowMs: 40_000 });
    const companion = await startCompanion(null, providers.env);
    const page = await signInBy(companion.browser(), "facebook");
    expect(textOf(page)).toContain("The provider does not answer");
  });

  it("is over when the provider answers again: the button on the page leads through", async () => {
    const providers = await startProviders();
    const { control } = providers.google;
    control.addFault({ kind: "oauth.token", effect: { kind: "status", status: 503 } });
    const companion = await startCompanion(null, providers.env);
    const client = companion.browser();
    const page = await signInBy(client, "google");
    await client.submit(page, "/sign-in/google");
    expect(await whoIs(client)).toBe(PEOPLE.mara.email);
  });

  it("asks Facebook again for the address on the second try", async () => {
    const providers = await startProviders();
    providers.facebook.control.setConsent({ withholdEmail: true });
    const companion = await startCompanion(null, providers.env);
    const client = companion.browser();
    const page = await signInBy(client, "facebook");
    await client.submit(page, "/sign-in/facebook");
    const dialogs = providers.facebook.control
      .requests()
      .filter(({ path }) => path.endsWith("/dialog/oauth"));
    expect(dialogs.map(({ query }) => query["auth_type"])).toEqual([undefined, "rerequest"]);
  });

  it("says that cookies are blocked when a provider's answer meets none", async () => {
    const providers = await startProviders();
    const companion = await startCompanion(null, providers.env);
    const page = await companion.browser().go("/auth/callback/google?code=x&state=y");
    expect(textOf(page)).toContain("Your browser blocks cookies");
  });

  it("has one page for each cause, in every language, all with e-mail sign-in", async () => {
    const companion = await startCompanion(null);
    const kinds = ["cookies", "pop-up", "cancelled", "unverified", "disabled", "down", "expired"];
    const titles = new Set<string>();
    for (const language of ["en", "de", "es"]) {
      const client = companion.browser({
        headers: { "accept-language": `${language}-XX,x;q=0.1` },
      });
      for (const kind of kinds) {
        const page = await client.go(`/sign-in/trouble/${kind}`);
        expect(page.html).toContain(`<html lang="${language}">`);
        expect(page.html).toContain('href="/sign-in?next=');
        titles.add(/<h1>([^<]+)<\/h1>/.exec(page.html)?.[1] ?? "");
      }
    }
    expect(titles.size).toBe(3 * kinds.length);
  });
});
