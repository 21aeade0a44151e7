import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openDesk } from "../../../src-main/node/open-desk.ts";
import { alwaysOnline, neverAsleep } from "../../../src-main/node/surroundings.ts";
import { createDispatch } from "../../../src-main/core/bridge/dispatch.ts";
import { EVENTS, type Channel } from "../../../src-shared/bridge/channels.ts";
import {
  type BridgeInput,
  type BridgeOutput,
  type BridgeParsed,
  CONTRACT,
} from "../../../src-shared/bridge/contract.ts";
import { type GoogleSimulator, startGoogleSimulator } from "../../../simulators/google/index.ts";
import { ACCOUNT, CALENDAR, googleSettingsFor } from "../../fixtures/google-desk.ts";
import { GOOD_INPUTS } from "../../fixtures/bridge-inputs.ts";
import { listLog } from "../../fixtures/ports.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { until } from "../../fixtures/until.ts";

const BOOKING = "01990000-0000-7000-8000-000000000001";
const GUEST = "Marguerite Marker";

/** The desk as the browser host opens it, on a folder of its own. */
async function openHost(sim: GoogleSimulator) {
  const dataDir = tempFolder();
  const { desk, close } = await openDesk({
    dataDir,
    settings: {
      google: googleSettingsFor(sim),
      practice: true,
      version: "0.0.1",
      host: "browser",
      zone: "Europe/Berlin",
    },
    hostPorts: () => ({
      connectivity: alwaysOnline,
      power: neverAsleep,
      notifier: { notify: () => undefined },
      openLink: () => Promise.resolve(),
    }),
  });
  onTestFinished(close);
  const told: string[] = [];
  const hear = (payload: unknown): void => void told.push(JSON.stringify(payload) ?? "");
  for (const event of EVENTS) desk.on(event, hear);
  const dispatch = createDispatch({ handlers: desk.handlers, log: listLog() });
  /** One question to every channel as the window would ask it, then everything that the desk said of itself. */
  const everyAnswer = async (): Promise<readonly string[]> => {
    const answers: string[] = [];
    for (const [channel, input] of Object.entries(GOOD_INPUTS))
      answers.push(`${channel} ${JSON.stringify(await dispatch(channel, input))}`);
    return [...answers, ...told];
  };
  async function call<C extends Channel>(
    channel: C,
    input: BridgeInput<C>,
  ): Promise<BridgeOutput<C>> {
    const handler = desk.handlers[channel] as (input: BridgeParsed<C>) => Promise<BridgeOutput<C>>;
    return handler(CONTRACT[channel].input.parse(input) as BridgeParsed<C>);
  }
  return { dataDir, call, close, everyAnswer };
}
type Host = Awaited<ReturnType<typeof openHost>>;

async function connect({ call }: Host): Promise<void> {
  const progress = await call("google.connect", { makeCalendar: false });
  if (progress.is !== "waiting") throw new Error("The sign-in did not begin.");
  await (await fetch(progress.url)).text();
  await until(
    "the account is connected",
    async () => (await call("google.connection", {})).connection !== null,
  );
  await call("google.chooseCalendar", { is: "existing", calendarId: CALENDAR });
}

async function bookMarkedGuest({ call }: Host): Promise<void> {
  const anna = await call("staff.save", {
    existing: null,
    fields: { name: "Anna", hours: null, position: 0, active: true },
  });
  const cut = await call("service.save", {
    existing: null,
    fields: {
      name: "Cut",
      durationMinutes: 30,
      tint: "sage",
      priceMinor: 4_500,
      online: true,
      active: true,
      position: 0,
      staffIds: [],
    },
  });
  await call("booking.create", {
    id: BOOKING,
    anyway: true,
    booking: {
      staffId: anna.id,
      serviceId: cut.id,
      customer: {
        is: "new",
        fields: { name: GUEST, phone: "", email: "marker@guest.example", notes: "", alert: "" },
      },
      walkIn: false,
      start: "2026-11-23T11:00:00.000Z",
      durationMinutes: 30,
      customerNotes: "",
      deskNotes: "",
      priceMinor: null,
    },
  });
}

/** Everything that can go wrong and be written about. */
async function goThroughTrouble(host: Host, sim: GoogleSimulator): Promise<void> {
  const refusal = { error: { errors: [{ reason: "invalid", message: `No ${GUEST}` }], code: 400 } };
  sim.control.addFault({
    kind: "events.insert",
    effect: { kind: "status", status: 400, body: refusal },
  });
  await bookMarkedGuest(host);
  await host.call("sync.now", {});
  sim.control.addFault({ kind: "events.list", effect: { kind: "html" } });
  await host.call("sync.now", {});
  sim.control.revokeGrant(ACCOUNT);
  await host.call("sync.now", {});
}

function textOf(file: string): string {
  return readFileSync(file, "latin1");
}

/** Google's access tokens, refresh tokens, codes, client secrets and id_tokens by how they begin. */
function secretsIn(text: string): readonly string[] {
  return text.match(/ya29\.[\w.-]+|1\/\/0[\w-]+|4\/0A[\w-]+|GOCSPX-\w+|eyJhbGciOi[\w-]+/g) ?? [];
}

it("no token, code or client secret is in any file or answer over the bridge, no guest in the log, and every file is the owner's", async () => {
  const sim = await startGoogleSimulator({ consent: "approve" });
  onTestFinished(() => sim.close());
  const host = await openHost(sim);
  await connect(host);
  await goThroughTrouble(host, sim);
  const answers = await host.everyAnswer();
  await host.close();

  expect(answers.length).toBeGreaterThan(Object.keys(GOOD_INPUTS).length);
  for (const answer of answers) expect(secretsIn(answer), answer).toEqual([]);
  const files = readdirSync(host.dataDir).map((name) => join(host.dataDir, name));
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    expect(secretsIn(textOf(file)), file).toEqual([]);
    if (process.platform !== "win32") expect(statSync(file).mode & 0o077, file).toBe(0);
  }
  const log = textOf(join(host.dataDir, "bellhop.log"));
  expect(log).toContain("google.callFailed");
  expect(log).not.toMatch(/Marguerite|guest\.example|salon\.example/);
});
