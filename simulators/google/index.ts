import type { ServerResponse } from "node:http";
import { createControl } from "./control/control.ts";
import type { GoogleControl } from "./control/control.ts";
import { createBesides } from "./control/http.ts";
import { createGrants, defaultClients } from "./oauth/grants.ts";
import { BATCH_PATH } from "./server/batch.ts";
import { oauthPaths } from "./server/dispatch.ts";
import type { SimRequest } from "./server/exchange.ts";
import { createFaults } from "./server/faults.ts";
import { receive } from "./server/handle.ts";
import { listen } from "./server/http.ts";
import { createWalks } from "./server/paging.ts";
import type { Quotas } from "./server/quotas.ts";
import { createMeter, defaultQuotas } from "./server/quotas.ts";
import { createRequestLog } from "./server/request-log.ts";
import type { Simulation } from "./simulation.ts";
import type { Switches } from "./switches.ts";
import { defaultSwitches } from "./switches.ts";
import type { AccountSeed, ClientSeed } from "./types.ts";
import { createChannels, notifyChange } from "./watch.ts";
import { createWorld, defaultAccounts } from "./world.ts";

export type { Counts, GoogleControl, SimClock, Tokens } from "./control/control.ts";
export type { ConsentPlan } from "./oauth/grants.ts";
export { defaultClients } from "./oauth/grants.ts";
export type { FaultEffect, FaultSpec } from "./server/faults.ts";
export type { Quotas } from "./server/quotas.ts";
export type { LoggedRequest, RequestFilter } from "./server/request-log.ts";
export type { Switches } from "./switches.ts";
export type * from "./types.ts";

export interface SimulatorOptions {
  /** 0, the default, takes any free port of 127.0.0.1. */
  readonly port?: number;
  /** Epoch ms. `control.clock` adds its offset to it. */
  readonly now?: () => number;
  readonly switches?: Partial<Switches>;
  readonly quotas?: Partial<Quotas>;
  /** `approve` answers authorisation requests at once, without a page. */
  readonly consent?: "page" | "approve";
  readonly clients?: readonly ClientSeed[];
  readonly accounts?: readonly AccountSeed[];
  /** `iss` of id_tokens and authorisation responses. */
  readonly issuer?: string;
}

export interface Endpoints {
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
  readonly userinfo: string;
  readonly tokeninfo: string;
  readonly jwks: string;
  /** The public keys as PEM by key id. */
  readonly pemKeys: string;
  /** The `rootUrl` for @googleapis/calendar. */
  readonly calendarRoot: string;
  readonly batch: string;
}

export interface GoogleSimulator {
  readonly url: string;
  readonly endpoints: Endpoints;
  readonly issuer: string;
  readonly control: GoogleControl;
  /** Ends the server and every connection, hung ones too. */
  close(): Promise<void>;
}

/** Starts a stand-in for Google's sign-in and Calendar over HTTP on 127.0.0.1. Rejects if the port is taken. */
export async function startGoogleSimulator(
  options: SimulatorOptions = {},
): Promise<GoogleSimulator> {
  const clock = createClock(options.now ?? Date.now);
  const simulation = createSimulation(options, clock.now);
  const hooks = { releaseHung: (): void => undefined };
  const control = createControl({ simulation, clock, releaseHung: () => hooks.releaseHung() });
  const besides = createBesides(control, simulation.world);
  const listener = await listen(options.port ?? 0, {
    receive: (request: SimRequest) => receive(simulation, request),
    besides: (request: SimRequest, response: ServerResponse) => besides(request, response),
    now: clock.now,
  });
  hooks.releaseHung = listener.releaseHung;
  const url = `http://127.0.0.1:${listener.port}`;
  return {
    url,
    endpoints: endpointsOf(url),
    issuer: simulation.issuer,
    control,
    close: async () => {
      simulation.channels.closed = true;
      await listener.close();
    },
  };
}

function createClock(base: () => number): GoogleControl["clock"] {
  let offset = 0;
  return {
    now: () => base() + offset,
    advance: (ms) => {
      offset += ms;
    },
    set: (ms) => {
      offset = ms - base();
    },
  };
}

function createSimulation(options: SimulatorOptions, now: () => number): Simulation {
  const switches = { ...defaultSwitches, ...options.switches };
  const world = createWorld(now, switches, options.accounts ?? defaultAccounts);
  const channels = createChannels();
  world.changeListeners.add((change) => {
    notifyChange(channels, world, change);
  });
  return {
    world,
    grants: createGrants(options.clients ?? defaultClients, options.consent ?? "page"),
    faults: createFaults(),
    meter: createMeter({ ...defaultQuotas, ...options.quotas }),
    log: createRequestLog(),
    channels,
    eventWalks: createWalks(),
    entryWalks: createWalks(),
    issuer: options.issuer ?? "https://accounts.google.com",
  };
}

function endpointsOf(url: string): Endpoints {
  return {
    authorize: url + oauthPaths.authorize,
    token: url + oauthPaths.token,
    revoke: url + oauthPaths.revoke,
    userinfo: url + oauthPaths.userinfo,
    tokeninfo: url + oauthPaths.tokeninfo,
    jwks: url + oauthPaths.jwks,
    pemKeys: url + oauthPaths.pemKeys,
    calendarRoot: `${url}/`,
    batch: url + BATCH_PATH,
  };
}
