import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Page, test as base } from "@playwright/test";
import { startFacebookSimulator } from "../../../simulators/facebook/index.ts";
import { startGoogleSimulator } from "../../../simulators/google/index.ts";
import { type OpenedCompanion, openCompanion } from "../../../src-companion/companion.ts";
import { listen } from "../../../src-companion/listen.ts";
import { readSettings } from "../../../src-companion/settings.ts";
import { lineLog, systemRandom, systemScheduler } from "../../../src-companion/surroundings.ts";
import { freePort } from "../../../scripts/practice/free-port.ts";

const GOOGLE = { clientId: "2000-companion", clientSecret: "google-secret", name: "Bellhop" };
const FACEBOOK = { appId: "2424", appSecret: "facebook-secret", name: "Bellhop" };

async function startProviders(baseUrl: string) {
  const google = await startGoogleSimulator({
    clients: [{ ...GOOGLE, redirects: [`${baseUrl}/auth/callback/google`] }],
    accounts: [{ email: "mara@google.example", name: "Mara Lindqvist" }],
  });
  const facebook = await startFacebookSimulator({
    apps: [{ ...FACEBOOK, redirects: [`${baseUrl}/auth/callback/facebook`] }],
  });
  return { google, facebook };
}

export interface CompanionSite {
  readonly url: string;
  readonly opened: OpenedCompanion;
  /** The link in the newest mail to an address. */
  linkTo(email: string): Promise<string>;
}

async function newestLink({ companion }: OpenedCompanion, email: string): Promise<string> {
  await companion.background.settled();
  const mail = await companion.store.db
    .selectFrom("outbox_mail")
    .where("to_address", "=", email)
    .orderBy("id", "desc")
    .select("text")
    .executeTakeFirstOrThrow();
  return /http:\/\/\S+/.exec(mail.text)?.[0] ?? "";
}

/** What went wrong in the page without anybody looking: refused by the policy, or an error in a script. */
function listenForTrouble(page: Page, url: string): string[] {
  const trouble: string[] = [];
  page.on("console", (message) => {
    const ours = message.location().url.startsWith(url);
    if (message.type() === "error" && ours) trouble.push(message.text());
  });
  page.on("pageerror", (error) => trouble.push(error.message));
  return trouble;
}

interface Fixtures {
  readonly site: CompanionSite;
  readonly trouble: readonly string[];
}

export const test = base.extend<Fixtures>({
  site: async ({ browserName: _browser }, provide) => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const { google, facebook } = await startProviders(url);
    const folder = mkdtempSync(path.join(tmpdir(), "bellhop-companion-"));
    const clock = { now: () => Date.now() };
    const settings = readSettings(
      {
        COMPANION_PORT: String(port),
        COMPANION_DATA: folder,
        GOOGLE_CLIENT_ID: GOOGLE.clientId,
        GOOGLE_CLIENT_SECRET: GOOGLE.clientSecret,
        GOOGLE_AUTHORIZE_URL: google.endpoints.authorize,
        GOOGLE_TOKEN_URL: google.endpoints.token,
        GOOGLE_JWKS_URL: google.endpoints.jwks,
        FACEBOOK_APP_ID: FACEBOOK.appId,
        FACEBOOK_APP_SECRET: FACEBOOK.appSecret,
        FACEBOOK_DIALOG_URL: facebook.url,
        FACEBOOK_GRAPH_URL: facebook.url,
      },
      folder,
    );
    const log = lineLog(clock, () => undefined);
    const random = systemRandom(clock);
    const opened = await openCompanion(settings, {
      clock,
      scheduler: systemScheduler,
      random,
      log,
    });
    const listening = await listen(opened.app, {
      host: settings.host,
      port,
      scheduler: systemScheduler,
    });
    await provide({ url, opened, linkTo: (email) => newestLink(opened, email) });
    await listening.stop();
    await opened.close();
    await google.close();
    await facebook.close();
    rmSync(folder, { recursive: true, force: true });
  },
  trouble: async ({ page, site }, provide) => {
    await provide(listenForTrouble(page, site.url));
  },
});

export { expect } from "@playwright/test";
