import type { Hono } from "hono";
import { createCompanionAuth } from "./accounts/create.ts";
import { createLimits } from "./accounts/limits.ts";
import { createBackground } from "./background.ts";
import { keepHouse } from "./housekeeping.ts";
import { createWakes } from "./desk/wakes.ts";
import type { AppEnv, Companion } from "./http/env.ts";
import { createCarrier } from "./mail/carrier.ts";
import { createOutbox } from "./mail/outbox.ts";
import { type Postman, startPostman } from "./mail/postman.ts";
import type { Surroundings } from "./ports.ts";
import { keptSecret } from "./secrets.ts";
import { createApp } from "./server.ts";
import type { Settings } from "./settings.ts";
import { openStore } from "./store/store.ts";

export interface OpenedCompanion {
  readonly app: Hono<AppEnv>;
  readonly companion: Companion;
  readonly postman: Postman;
  /** Ends the desks' event streams: they would keep the server from ending its last request. */
  endStreams(): void;
  /** Ends what runs beside requests, then the database. Requests must have ended before. */
  close(): Promise<void>;
}

/**
 * The composition root: every object is made here, with explicit arguments.
 * @throws NewerDatabaseError if a newer companion wrote the database
 */
export async function openCompanion(
  settings: Settings,
  surroundings: Surroundings,
): Promise<OpenedCompanion> {
  const { clock, scheduler, random, log } = surroundings;
  const { databaseUrl, dataFolder } = settings;
  const secret = settings.secret ?? keptSecret(dataFolder, random);
  const store = await openStore({ databaseUrl, dataFolder, scheduler, log });
  const parts = {
    ...surroundings,
    settings,
    secret,
    store,
    outbox: createOutbox(clock, random),
    limits: createLimits(store, clock),
    background: createBackground(scheduler, log),
    wakes: createWakes(store, surroundings),
  };
  const companion: Companion = { ...parts, auth: createCompanionAuth(parts) };
  const stopHousekeeping = keepHouse(store, surroundings);
  const postman = startPostman({ ...surroundings, store, carrier: createCarrier(settings) });
  return {
    app: createApp(companion),
    companion,
    postman,
    endStreams: () => companion.wakes.endAll(),
    close: async () => {
      companion.wakes.endAll();
      stopHousekeeping();
      await companion.background.settled();
      await postman.stop();
      await store.close();
    },
  };
}
