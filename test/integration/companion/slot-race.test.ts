import { expect, it } from "vitest";
import { startBookable } from "../../fixtures/companion/bookable.ts";
import { formOf } from "../../../scripts/practice/web-client.ts";
import { BASE_URL } from "../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../fixtures/companion/databases.ts";

import { workingHour } from "../../fixtures/companion/paired-salon.ts";
import { startCompanionProcess } from "../../fixtures/companion/process.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { SERVICE, STAFF } from "../../fixtures/companion/profile.ts";

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

onEveryDatabase("A time", (newDatabase) => {
  it(
    "that 200 customers want at once, on four servers, is given to one, and every other is told",
    { timeout: 240_000 },
    async () => {
      const url = newDatabase();
      const folder = tempFolder();
      const { companion, db, path, timesOn } = await startBookable(url, { COMPANION_DATA: folder });
      const ports = await startServers(url, folder);
      const start = workingHour(11);
      const day = new Date(start).toISOString().slice(0, 10);
      const hold = `${path}/hold`;
      const fields = { service: SERVICE, staff: STAFF, start: String(start) };
      const customers = Array.from({ length: CUSTOMERS }, (_, i) => {
        const headers = { [ADDRESS]: `10.0.${Math.floor(i / 100)}.${i % 100}` };
        return companion.browser({ app: behind(ports[i % PROCESSES] ?? 0), headers });
      });
      const ready = await Promise.all(
        customers.map(async (client) => ({ client, page: await timesOn(client, day) })),
      );
      const answers = await Promise.all(
        ready.map(async ({ client, page }) => {
          const answer = await client.post(hold, { ...formOf(page, hold), ...fields });
          return `${answer.status} ${answer.headers.get("location")}`;
        }),
      );
      const won = answers.filter((one) => one.startsWith(`303 ${path}/book?hold=`));
      const told = answers.filter((one) => /^303 .*remark=taken/.test(one));
      expect([won.length, told.length]).toEqual([1, CUSTOMERS - 1]);
      const holds = await db.selectFrom("hold").select("id").execute();
      const units = await db.selectFrom("slot_unit").select("hold_id").execute();
      expect(holds).toHaveLength(1);
      expect(units.map(({ hold_id }) => hold_id)).toEqual(
        Array.from({ length: UNITS }, () => holds[0]?.id),
      );
    },
  );
});
