import { readdirSync, readFileSync } from "node:fs";
import { expect, it, onTestFinished } from "vitest";
import { defaultClients, startGoogleSimulator } from "../../../simulators/google/index.ts";
import { startBrowserHost } from "../../../src-main/browser/host.ts";
import { openDesk } from "../../../src-main/node/open-desk.ts";
import { alwaysOnline, neverAsleep } from "../../../src-main/node/surroundings.ts";
import { CHANNELS, EVENTS } from "../../../src-shared/bridge/channels.ts";
import { GOOD_INPUTS } from "../../fixtures/bridge-inputs.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { until } from "../../fixtures/until.ts";

const MARKED = "GOCSPX-marked";
/** Google's refresh tokens, access tokens, id tokens, and our client secret. */
const SECRET = /1\/\/[\w-]{10}|ya29\.|eyJ[\w-]{8,}\.|GOCSPX/;
const STACK = /\n\s+at |node_modules|\.ts:\d/;

async function openConnectable(dataDir: string) {
  const [known] = defaultClients;
  if (known === undefined) throw new Error("the simulator knows no client");
  const client = { ...known, clientSecret: MARKED };
  const google = await startGoogleSimulator({ consent: "approve", clients: [client] });
  onTestFinished(() => google.close());
  const issued = google.control.issueTokens("desk@salon.example", []);
  expect(issued.refreshToken).toMatch(SECRET);
  expect(issued.accessToken).toMatch(SECRET);
  const { authorize, token, revoke, calendarRoot } = google.endpoints;
  const opened = await openDesk({
    dataDir,
    settings: {
      google: {
        client: { id: client.clientId, secret: MARKED },
        endpoints: { authorize, token, revoke, calendarRoot },
      },
      practice: true,
      version: "1.2.3",
      host: "browser",
      zone: "Europe/Berlin",
    },
    hostPorts: () => ({
      connectivity: alwaysOnline,
      power: neverAsleep,
      notifier: { notify: () => undefined },
      openLink: async (url) => void (await fetch(url)),
    }),
  });
  onTestFinished(() => opened.close());
  return opened;
}

/** A sign-in, a sync, every channel with good and with bad input, a disconnect: with all that was said meanwhile. */
it("lets no secret, stack or path of the data out in any reply or event, nor into any file", async () => {
  const dataDir = tempFolder();
  const { desk, ports } = await openConnectable(dataDir);
  const said: string[] = [];
  for (const event of EVENTS) desk.on(event, (payload) => said.push(JSON.stringify(payload)));
  const host = await startBrowserHost({ ...ports, desk, rendererDir: dataDir, port: 0 });
  onTestFinished(() => host.close());
  desk.start();

  const call = async (channel: string, input: unknown): Promise<{ ok: boolean }> => {
    const response = await fetch(`${host.origin}/bridge/${channel}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Bellhop-Token": host.token },
      body: JSON.stringify(input),
    });
    const text = await response.text();
    said.push(text);
    return JSON.parse(text) as { ok: boolean };
  };
  const connected = async () => {
    const reply = await call("google.connection", {});
    return JSON.stringify(reply).includes('"account":"desk@salon.example"');
  };

  expect(await call("google.connect", { makeCalendar: false })).toMatchObject({ ok: true });
  await until("the account is connected", connected);
  const calendarId = "bookings@group.calendar.google.com";
  expect(await call("google.chooseCalendar", { is: "existing", calendarId })).toMatchObject({
    ok: true,
  });
  expect(await call("sync.now", {})).toMatchObject({ ok: true });
  const unsettling = new Set(["google.connect", "google.disconnect", "google.chooseCalendar"]);
  for (const channel of CHANNELS) {
    if (!unsettling.has(channel)) await call(channel, GOOD_INPUTS[channel]);
    await call(channel, { surplus: ["wrong"] });
  }
  expect(await call("google.disconnect", GOOD_INPUTS["google.disconnect"])).toMatchObject({
    ok: true,
  });

  const everything = said.join("\n");
  expect(said.length).toBeGreaterThan(CHANNELS.length * 2);
  expect(everything).not.toMatch(SECRET);
  expect(everything).not.toMatch(STACK);
  expect(everything).not.toContain(dataDir);
  expect(everything).not.toContain(host.token);
  for (const file of readdirSync(dataDir)) {
    const text = readFileSync(`${dataDir}/${file}`, "latin1");
    expect(SECRET.exec(text)?.[0], file).toBeUndefined();
    expect(text.includes(host.token), file).toBe(false);
  }
});
