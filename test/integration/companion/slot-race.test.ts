import { expect, it } from "vitest";
import { type Client, type Page, textOf } from "../../../scripts/practice/web-client.ts";
import { type Bookable, startBookable } from "../../fixtures/companion/bookable.ts";
import { BASE_URL } from "../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../fixtures/companion/databases.ts";
import { workingHour } from "../../fixtures/companion/paired-salon.ts";
import { startCompanionProcess } from "../../fixtures/companion/process.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { STAFF } from "../../fixtures/companion/profile.ts";

const ADDRESS = "x-client-address";
const PROCESSES = 4;
const CUSTOMERS = 200;
/** Of five minutes, in a cut of 45. */
const UNITS = 9;

/** The companion behind a port, as a balancer reaches it. */
function behind(port: number) {
  return {
    fetch: async (request: Request): Promise<Response> => {
      const { pathname, search } = new URL(request.url);
      const { method, headers } = request;
      const body = method === "GET" ? null : await request.text();
      const target = `http://127.0.0.1:${port}${pathname}${search}`;
      return fetch(target, { method, headers, body, redirect: "manual" });
    },
  };
}

/** Servers as processes of their own on one database, and where each listens. */
async function startServers(url: string | null, folder: string): Promise<readonly number[]> {
  const env = {
    COMPANION_URL: BASE_URL,
    COMPANION_DATA: folder,
    COMPANION_SECRET: "secret-marker-0123456789abcdef0123456789abcdef",
    COMPANION_CLIENT_ADDRESS_HEADER: ADDRESS,
    ...(url === null ? {} : { DATABASE_URL: url }),
  };
  const servers = Array.from({ length: PROCESSES }, () => startCompanionProcess(env));
  const started = await Promise.all(servers.map((one) => one.event("companion.started")));
  return started.map(({ port = 0 }) => port);
}

/** As many customers as asked for, each signed in with a browser of their own, spread over the servers. */
async function signedIn(
  { companion }: Pick<Bookable, "companion">,
  ports: readonly number[],
): Promise<readonly Client[]> {
  const clients: Client[] = [];
  for (let i = 0; i < CUSTOMERS; i += 1) {
    const headers = { [ADDRESS]: `10.0.${Math.floor(i / 100)}.${i % 100}` };
    const client = companion.browser({ app: behind(ports[i % PROCESSES] ?? 0), headers });
    const admitted = await companion.companion.auth.api.admitCustomer({
      body: {
        email: `customer-${i}@mail.example`,
        firstName: "Customer",
        lastName: String(i),
        image: null,
        language: "en",
        provider: "facebook",
        subject: String(i),
        password: null,
      },
      returnHeaders: true,
    });
    for (const line of admitted.headers.getSetCookie()) {
      const [name = "", ...value] = (line.split(";")[0] ?? "").split("=");
      client.jar.set(name, value.join("="));
    }
    clients.push(client);
  }
  return clients;
}

/** Chooses the time and, if it is held, presses “Book” twice; resolves with where that ended. */
async function race(client: Client, times: Page, { path, start }: Wanted): Promise<Page> {
  const chosen = await client.submit(times, `${path}/hold`, { staff: STAFF, start: String(start) });
  if (!chosen.url.includes("/book?hold=")) return chosen;
  const press = () => client.submit(chosen, `${path}/book`, { notes: "" });
  const [booked] = await Promise.all([press(), press()]);
  return booked;
}

interface Wanted {
  readonly path: string;
  readonly start: number;
}

onEveryDatabase("A time", (newDatabase) => {
  it(
    "that 200 customers want at once, on four servers, is booked by one, and every other is told",
    { timeout: 240_000 },
    async () => {
      const url = newDatabase();
      const folder = tempFolder();
      const bookable = await startBookable(url, { COMPANION_DATA: folder });
      const { db, path, timesOn } = bookable;
      const ports = await startServers(url, folder);
      const start = workingHour(11);
      const day = new Date(start).toISOString().slice(0, 10);
      const clients = await signedIn(bookable, ports);
      const pages = await Promise.all(clients.map((client) => timesOn(client, day)));
      const ends = await Promise.all(
        clients.map((client, i) => race(client, pages[i] as Page, { path, start })),
      );
      const won = ends.flatMap((page, i) => (/\/bookings\/[\w-]+$/.test(page.url) ? [i] : []));
      const told = ends.filter((page) => /remark=taken/.test(page.url));
      expect([won.length, told.length]).toEqual([1, CUSTOMERS - 1]);
      expect(ends.every(({ status }) => status === 200)).toBe(true);
      for (const page of told) expect(textOf(page)).toContain("no longer free");

      const requests = await db
        .selectFrom("booking_request")
        .innerJoin("customer", "customer.id", "booking_request.customer_id")
        .select(["booking_request.id", "email"])
        .execute();
      expect(requests.map(({ email }) => email)).toEqual([`customer-${won[0]}@mail.example`]);
      expect(ends[won[0] ?? 0]?.url).toContain(requests[0]?.id);
      expect(await db.selectFrom("hold").select("id").execute()).toEqual([]);
      const units = await db.selectFrom("slot_unit").select("request_id").execute();
      expect(units.map(({ request_id }) => request_id)).toEqual(
        Array.from({ length: UNITS }, () => requests[0]?.id),
      );
      const events = await db.selectFrom("desk_event").select(["kind", "request_id"]).execute();
      expect(events).toEqual([{ kind: "request.new", request_id: requests[0]?.id }]);
    },
  );
});
