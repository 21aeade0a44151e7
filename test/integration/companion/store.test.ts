import path from "node:path";
import { getMigrations } from "better-auth/db/migration";
import { Kysely, sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { createAuth } from "../../../src-companion/accounts/auth.ts";
import { migrate, NewerDatabaseError } from "../../../src-companion/store/migrate.ts";
import { MIGRATIONS } from "../../../src-companion/store/migrations/index.ts";
import { postgresDialect } from "../../../src-companion/store/postgres.ts";
import type { Schema } from "../../../src-companion/store/schema.ts";
import { sqliteDialect } from "../../../src-companion/store/sqlite.ts";
import { type Store, openStore } from "../../../src-companion/store/store.ts";
import { systemScheduler } from "../../../src-companion/surroundings.ts";
import { startCompanion } from "../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../fixtures/companion/databases.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function open(databaseUrl: string | null, dataFolder = tempFolder()): Promise<Store> {
  const store = await openStore({
    databaseUrl,
    dataFolder,
    scheduler: systemScheduler,
    log: quiet,
  });
  onTestFinished(() => store.close());
  return store;
}

/** A database as an earlier version left it. */
async function openOld(
  url: string | null,
  folder: string,
  version: number,
): Promise<Kysely<unknown>> {
  const dialect =
    url === null
      ? sqliteDialect(path.join(folder, "companion.sqlite"), async () => undefined)
      : postgresDialect({ url, onLostConnection: () => undefined });
  const old = new Kysely<unknown>({ dialect });
  await migrate(old, url === null ? "sqlite" : "postgres", MIGRATIONS.slice(0, version), quiet);
  return old;
}

async function addBusiness({ db }: Pick<Store, "db">): Promise<void> {
  await db
    .insertInto("business")
    .values({
      id: "b1",
      slug: "atelier",
      name: "Atelier Nord",
      zone: "Europe/Berlin",
      currency: "EUR",
      locale: "en-GB",
      week_start: 1,
      slot_minutes: 15,
      hours: "{}",
      closures: "[]",
      address: "",
      phone: "",
      confirming: "auto",
      cutoff_minutes: 1_440,
      lead_minutes: 60,
      horizon_days: 60,
      profile_version: 1,
      busy_version: 1,
      busy_from_at: 0,
      busy_until_at: 0,
      published_at: 0,
      created_at: 0,
    })
    .execute();
}

async function addHold({ db }: Store, id: string): Promise<void> {
  await db
    .insertInto("hold")
    .values({
      id,
      business_id: "b1",
      service_id: "s1",
      staff_id: "p1",
      any_staff: 0,
      start_at: 0,
      end_at: 1,
      browser_hash: id,
      moves_request_id: null,
      created_at: 0,
      expires_at: 1_795_000_000_000,
    })
    .execute();
}

const unit = (holdId: string, number: number) => ({
  business_id: "b1",
  staff_id: "p1",
  unit: number,
  hold_id: holdId,
  request_id: null,
  free_at: 1_795_000_000_000,
});

onEveryDatabase("The companion's database", (newDatabase) => {
  it("is made once, even when several servers start at the same moment", async () => {
    const [url, folder] = [newDatabase(), tempFolder()];
    const stores = await Promise.all([1, 2, 3, 4].map(() => open(url, folder)));
    for (const { db } of stores)
      expect(await db.selectFrom("customer").select("id").execute()).toEqual([]);
  });

  it("keeps what it has when the companion starts again", async () => {
    const [url, folder] = [newDatabase(), tempFolder()];
    await addBusiness(await open(url, folder));
    const again = await open(url, folder);
    const businesses = await again.db.selectFrom("business").select("slug").execute();
    expect(businesses).toEqual([{ slug: "atelier" }]);
  });

  it.each(MIGRATIONS.slice(0, -1).map(({ version }) => version))(
    "of version %i becomes the newest with all that it has",
    async (version) => {
      const [url, folder] = [newDatabase(), tempFolder()];
      const old = await openOld(url, folder, version);
      await addBusiness({ db: old as Kysely<Schema> });
      await old.destroy();
      const { db } = await open(url, folder);
      const kept = await db.selectFrom("business").select(["slug", "owner_id", "accent"]).execute();
      expect(kept).toEqual([{ slug: "atelier", owner_id: null, accent: null }]);
    },
  );

  it("keeps the requests and mails of an earlier version", async () => {
    const [url, folder] = [newDatabase(), tempFolder()];
    const old = await openOld(url, folder, 2);
    await addBusiness({ db: old as Kysely<Schema> });
    await sql`INSERT INTO booking_request VALUES ('r1', 'b1', NULL, 's1', 'p1', 0, 1, 2, 'Cut', 'Anna', 0, '',
      'waiting', '', 1, 0, NULL, 'hash-of-a-link', 'en', 1, 1)`.execute(old);
    const mail = (id: string, next: number) =>
      sql`INSERT INTO outbox_mail VALUES (${id}, 'a@mail.example', 'k', '', '', '', NULL, 7, ${next}, 1, 0, NULL)`;
    await mail("m1", Number.MAX_SAFE_INTEGER).execute(old);
    await mail("m2", 8).execute(old);
    await old.destroy();
    const { db } = await open(url, folder);
    const kept = await db.selectFrom("booking_request").select(["id", "hold_id"]).execute();
    expect(kept).toEqual([{ id: "r1", hold_id: "hash-of-a-link" }]);
    const mails = db.selectFrom("outbox_mail").orderBy("id").select(["id", "given_up_at"]);
    expect(await mails.execute()).toEqual([
      { id: "m1", given_up_at: 7 },
      { id: "m2", given_up_at: null },
    ]);
  });

  it("is left alone if a newer companion wrote it", async () => {
    const [url, folder] = [newDatabase(), tempFolder()];
    const { db } = await open(url, folder);
    await sql`INSERT INTO schema_version (version, name) VALUES (99, 'of the future')`.execute(db);
    await expect(open(url, folder)).rejects.toThrow(NewerDatabaseError);
  });

  it("has every table and column that the sign-in library expects", async () => {
    const store = await open(newDatabase());
    const { companion } = await startCompanion(null);
    const nothing = async (): Promise<void> => undefined;
    const auth = createAuth({
      settings: companion.settings,
      secret: companion.secret,
      store,
      log: quiet,
      sendReset: nothing,
      afterReset: nothing,
      proveByMail: nothing,
    });
    const { toBeAdded, toBeCreated } = await getMigrations(auth.options);
    expect(toBeCreated).toEqual([]);
    expect(toBeAdded).toEqual([]);
  });

  it("gives five minutes of one staff member to one taker only", async () => {
    const store = await open(newDatabase());
    await addBusiness(store);
    await addHold(store, "h1");
    await addHold(store, "h2");
    const take = (holdId: string, units: readonly number[]) =>
      store.write((trx) =>
        trx
          .insertInto("slot_unit")
          .values(units.map((number) => unit(holdId, number)))
          .execute(),
      );
    await take("h1", [10, 11, 12]);
    await expect(take("h2", [12, 13])).rejects.toThrow();
    const taken = await store.db.selectFrom("slot_unit").select(["unit", "hold_id"]).execute();
    expect(taken.toSorted((a, b) => a.unit - b.unit)).toEqual([
      { unit: 10, hold_id: "h1" },
      { unit: 11, hold_id: "h1" },
      { unit: 12, hold_id: "h1" },
    ]);
  });

  it("gives one slot to one of many who ask at the same moment, over several connections", async () => {
    const [url, folder] = [newDatabase(), tempFolder()];
    const stores = await Promise.all([1, 2, 3].map(() => open(url, folder)));
    const [first] = stores;
    if (first === undefined) throw new Error("No store.");
    await addBusiness(first);
    const ids = Array.from({ length: 24 }, (_, i) => `h${i}`);
    for (const id of ids) await addHold(first, id);
    const results = await Promise.allSettled(
      ids.map(async (id, i) =>
        (stores[i % stores.length] ?? first).write((trx) =>
          trx
            .insertInto("slot_unit")
            .values([40, 41, 42].map((number) => unit(id, number)))
            .execute(),
        ),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const owners = await first.db.selectFrom("slot_unit").select("hold_id").distinct().execute();
    expect(owners).toHaveLength(1);
  });

  it("takes back all of a write that failed half-way", async () => {
    const store = await open(newDatabase());
    const failing = store.write(async (trx) => {
      await trx
        .insertInto("data_deletion")
        .values({ code: "x", status: "done", requested_at: 1 })
        .execute();
      throw new Error("half-way");
    });
    await expect(failing).rejects.toThrow("half-way");
    expect(await store.db.selectFrom("data_deletion").selectAll().execute()).toEqual([]);
  });

  it("refuses a provider's token in any row", async () => {
    const store = await open(newDatabase());
    const db = store.db as unknown as Kysely<Record<string, Record<string, unknown>>>;
    const moment = store.kind === "sqlite" ? "2026-11-22T12:00:00.000Z" : new Date(0);
    await db
      .insertInto("customer")
      .values({
        id: "c1",
        name: "",
        email: "a@b.example",
        email_verified: store.kind === "sqlite" ? 1 : true,
        first_name: "",
        last_name: "",
        language: "en",
        created_at: moment,
        updated_at: moment,
      })
      .execute();
    const method = {
      id: "m1",
      customer_id: "c1",
      provider: "google",
      subject: "1",
      created_at: moment,
      updated_at: moment,
    };
    for (const column of ["access_token", "refresh_token", "id_token"])
      await expect(
        db
          .insertInto("sign_in_method")
          .values({ ...method, [column]: "ya29.token" })
          .execute(),
        column,
      ).rejects.toThrow();
    await db.insertInto("sign_in_method").values(method).execute();
  });
});
