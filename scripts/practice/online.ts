import { type FacebookSimulator, startFacebookSimulator } from "../../simulators/facebook/index.ts";
import { type GoogleSimulator, startGoogleSimulator } from "../../simulators/google/index.ts";
import { type OpenedCompanion, openCompanion } from "../../src-companion/companion.ts";
import { confirmPairing } from "../../src-companion/desk/pairing.ts";
import { type Listening, listen } from "../../src-companion/listen.ts";
import { readSettings } from "../../src-companion/settings.ts";
import { lineLog, systemRandom, systemScheduler } from "../../src-companion/surroundings.ts";
import { systemClock } from "../../src-main/node/time.ts";
import type { BridgeClient } from "./bridge-client.ts";
import { freePort } from "./free-port.ts";

/** Who can sign in as a customer; the first one also owns the business. */
export const CUSTOMERS = [
  { email: "mara@google.example", name: "Mara Lindqvist" },
  { email: "jonas@google.example", name: "Jonas Brandt" },
] as const;

const GOOGLE = { clientId: "2000-companion", clientSecret: "practice-secret", name: "Bellhop" };
const FACEBOOK = { appId: "2424", appSecret: "practice-secret", name: "Bellhop" };

/** The companion with the sign-in pages of Google and Facebook beside it, each a stand-in. */
export interface Online {
  readonly url: string;
  readonly google: GoogleSimulator;
  readonly facebook: FacebookSimulator;
  /** Where mails are written. */
  readonly mailFolder: string;
  opened(): OpenedCompanion;
  /** Ends the companion alone, as if its server was restarted; `start` brings it back on its data. */
  pause(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** @param folder an existing folder that the companion keeps its data in */
export async function startOnline(folder: string): Promise<Online> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const google = await startGoogleSimulator({
    clients: [{ ...GOOGLE, redirects: [`${url}/auth/callback/google`] }],
    accounts: CUSTOMERS,
  });
  const facebook = await startFacebookSimulator({
    apps: [{ ...FACEBOOK, redirects: [`${url}/auth/callback/facebook`] }],
  });
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
  let running: { readonly opened: OpenedCompanion; readonly listening: Listening } | null = null;
  const start = async (): Promise<void> => {
    const opened = await openCompanion(settings, {
      clock: systemClock,
      scheduler: systemScheduler,
      random: systemRandom(systemClock),
      log: lineLog(systemClock, () => undefined),
    });
    const where = { host: settings.host, port, scheduler: systemScheduler };
    running = { opened, listening: await listen(opened.app, where) };
  };
  const pause = async (): Promise<void> => {
    running?.opened.endStreams();
    await running?.listening.stop();
    await running?.opened.close();
    running = null;
  };
  await start();
  return {
    url,
    google,
    facebook,
    mailFolder: `${folder}/mail`,
    opened: () => {
      if (running === null) throw new Error("The companion does not run.");
      return running.opened;
    },
    start,
    pause,
    stop: async () => {
      await pause();
      await google.close();
      await facebook.close();
    },
  };
}

/** The owner's account, made without the pages: whoever practises has nothing to type. */
async function ownerOf({ companion }: OpenedCompanion): Promise<string> {
  const { store, random } = companion;
  const [{ email, name }] = CUSTOMERS;
  const [first = "", last = ""] = name.split(" ");
  const id = random.id();
  const moment = new Date(systemClock.now()).toISOString();
  await store.db
    .insertInto("customer")
    .values({
      id,
      name,
      email,
      email_verified: 1,
      image: null,
      first_name: first,
      last_name: last,
      language: "en",
      created_at: moment,
      updated_at: moment,
    })
    .execute();
  return id;
}

const PAIRING_LIMIT_MS = 15_000;

/** Pairs a desk with the companion as its owner would, and waits until customers can book. */
export async function pairDesk(bridge: BridgeClient, online: Online): Promise<string> {
  const begun = await bridge.call("companion.pair", { url: online.url });
  if (begun.pairing.is !== "waiting") throw new Error(`The pairing is ${begun.pairing.is}.`);
  const { companion } = online.opened();
  const confirmed = await confirmPairing(
    companion,
    begun.pairing.code,
    await ownerOf(online.opened()),
  );
  if (confirmed.is !== "paired") throw new Error(`The code is ${confirmed.is}.`);
  const deadline = systemClock.now() + PAIRING_LIMIT_MS;
  while (systemClock.now() < deadline) {
    const { pairing } = await bridge.call("companion.status", {});
    const business = await companion.store.db
      .selectFrom("business")
      .select("busy_version")
      .executeTakeFirst();
    if (pairing.is === "paired" && (business?.busy_version ?? 0) > 0) return pairing.bookingUrl;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("The desk did not come to publish.");
}
