import { type OpenedCompanion, openCompanion } from "../../src-companion/companion.ts";
import { publishBusy, publishProfile } from "../../src-companion/desk/publish.ts";
import { type Env, readSettings } from "../../src-companion/settings.ts";
import { lineLog, systemRandom, systemScheduler } from "../../src-companion/surroundings.ts";
import type { PublicProfile } from "../../src-shared/companion/wire.ts";
import { signUp } from "../fixtures/companion/accounts.ts";

import { createClient } from "../../scripts/practice/web-client.ts";
import { PROFILE, SERVICE } from "../fixtures/companion/profile.ts";

export const BASE_URL = "https://book.example";
/** The header in which a balancer names the other end of the connection. */
export const ADDRESS = "x-client-address";
export const STAFF_COUNT = 20;
export const SERVICE_MINUTES = 30;

const DAY_MS = 86_400_000;
/** Busy intervals of one business. */
const BUSY_INTERVALS = 100;

const idOf = (kind: string, number: number): string =>
  `0198c0de-0000-7000-8000-${kind}${String(number).padStart(10, "0")}`;

export const staffOf = (number: number): string => idOf("5f", number);
export const slugOf = (number: number): string => `salon-${number}`;
const businessOf = (number: number): string => idOf("b1", number);

const STAFF_IDS = Array.from({ length: STAFF_COUNT }, (_, i) => staffOf(i));

/** A larger business than that of the tests, always open. */
const SALON: PublicProfile = {
  ...PROFILE,
  hours: { ...PROFILE.hours, 6: PROFILE.hours[1], 7: PROFILE.hours[1] },
  services: PROFILE.services.map((service) => ({
    ...service,
    durationMinutes: SERVICE_MINUTES,
    staffIds: STAFF_IDS,
  })),
  staff: STAFF_IDS.map((id, i) => ({ id, name: `Person ${i}`, hours: null })),
  rules: { ...PROFILE.rules, horizonDays: 60 },
};

export function companionEnv(dataFolder: string, databaseUrl: string | null): Env {
  return {
    COMPANION_URL: BASE_URL,
    COMPANION_DATA: dataFolder,
    COMPANION_SECRET: "0123456789abcdef0123456789abcdef",
    COMPANION_CLIENT_ADDRESS_HEADER: ADDRESS,
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  };
}

/** The business that all others are copies of. */
async function firstBusiness(opened: OpenedCompanion): Promise<void> {
  const { store, clock } = opened.companion;
  const id = businessOf(0);
  const now = clock.now();
  await store.db
    .insertInto("business")
    .values({
      id,
      slug: slugOf(0),
      name: "",
      zone: "UTC",
      currency: "EUR",
      locale: "en",
      week_start: 1,
      slot_minutes: 15,
      hours: "{}",
      closures: "[]",
      address: "",
      phone: "",
      confirming: "auto",
      cutoff_minutes: 60,
      lead_minutes: 30,
      horizon_days: 60,
      profile_version: 0,
      busy_version: 0,
      busy_from_at: 0,
      busy_until_at: 0,
      published_at: 0,
      created_at: now,
    })
    .execute();
  await publishProfile(opened.companion, id, { version: 1, profile: SALON });
  const from = now - DAY_MS;
  // The busy times lie behind the days that are booked below, so that the same slots are free whatever was drawn.
  const intervals = Array.from({ length: BUSY_INTERVALS }, (_, i) => {
    const start = from + 50 * DAY_MS + Math.floor(i / STAFF_COUNT) * 3_600_000;
    const iso = (at: number): string => new Date(at - (at % 300_000)).toISOString();
    return { staffId: staffOf(i % STAFF_COUNT), start: iso(start), end: iso(start + 1_800_000) };
  });
  await publishBusy(opened.companion, id, {
    version: 1,
    from: new Date(from).toISOString(),
    until: new Date(from + 65 * DAY_MS).toISOString(),
    intervals,
  });
}

/** As many more, alike, in one transaction: publishing a thousand one by one takes longer than measuring. */
async function copies({ companion }: OpenedCompanion, businesses: number): Promise<void> {
  await companion.store.write(async (trx) => {
    const first = await trx.selectFrom("business").selectAll().executeTakeFirstOrThrow();
    const parts = {
      service: await trx.selectFrom("service").selectAll().execute(),
      staff: await trx.selectFrom("staff").selectAll().execute(),
      busy: await trx.selectFrom("busy_interval").selectAll().execute(),
    };
    for (let i = 1; i < businesses; i += 1) {
      const business_id = businessOf(i);
      const own = <T>(rows: readonly T[]) => rows.map((row) => ({ ...row, business_id }));
      const copy = { ...first, id: business_id, slug: slugOf(i) };
      await trx.insertInto("business").values(copy).execute();
      await trx.insertInto("service").values(own(parts.service)).execute();
      await trx.insertInto("staff").values(own(parts.staff)).execute();
      await trx.insertInto("busy_interval").values(own(parts.busy)).execute();
    }
  });
}

/** A customer's browser that is signed in: its cookies, and the token that its forms carry. */
export interface Browser {
  readonly cookie: string;
  readonly token: string;
}

async function signedInBrowser(opened: OpenedCompanion, number: number): Promise<Browser> {
  const { app, companion } = opened;
  const client = createClient({
    app,
    baseUrl: BASE_URL,
    headers: { [ADDRESS]: `10.9.${Math.floor(number / 200)}.${number % 200}` },
  });
  const email = `customer-${number}@mail.example`;
  const linkTo = async (): Promise<string> => {
    await companion.background.settled();
    const mail = await companion.store.db
      .selectFrom("outbox_mail")
      .where("to_address", "=", email)
      .select("text")
      .executeTakeFirstOrThrow();
    return /https:\/\/\S+/.exec(mail.text)?.[0] ?? "";
  };
  await signUp({ linkTo }, client, email);
  const page = await client.go(`/b/${slugOf(0)}?service=${SERVICE}`);
  const token = /name="_token"[^>]*value="([^"]+)"/.exec(page.html)?.[1] ?? "";
  if (token === "") throw new Error("The page of times has no form.");
  const cookie = [...client.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  return { cookie, token };
}

/** Fills an empty database with businesses that published, and customers who are signed in. */
export async function fillCompanion(
  env: Env,
  businesses: number,
  customers: number,
): Promise<readonly Browser[]> {
  const clock = { now: () => Date.now() };
  const opened = await openCompanion(readSettings(env, "/"), {
    clock,
    scheduler: systemScheduler,
    random: systemRandom(clock),
    log: lineLog(clock, () => undefined),
  });
  try {
    await firstBusiness(opened);
    await copies(opened, businesses);
    const browsers: Browser[] = [];
    for (let i = 0; i < customers; i += 1) browsers.push(await signedInBrowser(opened, i));
    return browsers;
  } finally {
    await opened.close();
  }
}
