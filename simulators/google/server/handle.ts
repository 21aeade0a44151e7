import type { Simulation } from "../simulation.ts";
import { BATCH_PATH, answerBatch } from "./batch.ts";
import { accountOf, destinationOf } from "./dispatch.ts";
import { answerInstead, spoil } from "./effects.ts";
import type { SimRequest, SimResponse } from "./exchange.ts";
import { parseJson } from "./exchange.ts";
import type { FaultEffect } from "./faults.ts";
import { takeFault } from "./faults.ts";
import type { LoggedRequest } from "./request-log.ts";

/** A request that was logged and met its fault, ready to be answered. */
export interface Handling {
  readonly effect: FaultEffect | undefined;
  /** Lets the request take effect and returns the answer, spoilt if a fault says so. */
  readonly apply: () => SimResponse;
}

/** Logs a request, picks its fault, and finds who answers it. Nothing has taken effect yet. */
export function receive(simulation: Simulation, request: SimRequest, batch?: number): Handling {
  const isBatch = request.path === BATCH_PATH && request.method === "POST";
  const number = simulation.log.count + 1;
  const destination = isBatch
    ? {
        kind: "batch",
        answer: () => answerBatch(request, (part) => receive(simulation, part, number).apply()),
      }
    : destinationOf(simulation, request);
  const effect = takeFault(simulation.faults, request, destination.kind);
  const entry = startEntry(simulation, request, destination.kind, effect, batch);
  const apply = (): SimResponse => {
    const response = answerInstead(effect) ?? spoil(effect, destination.answer());
    simulation.log.entries[entry.index] = { ...entry.logged, status: response.status };
    return response;
  };
  return { effect, apply };
}

function startEntry(
  simulation: Simulation,
  request: SimRequest,
  kind: string,
  effect: FaultEffect | undefined,
  batch: number | undefined,
): { readonly index: number; readonly logged: LoggedRequest } {
  const { log, world } = simulation;
  log.count += 1;
  const logged: LoggedRequest = {
    n: log.count,
    at: world.now(),
    method: request.method,
    path: request.path,
    query: Object.fromEntries(request.query),
    body: readable(request),
    status: 0,
    authAccount: accountOf(simulation, request),
    ifMatch: request.headers["if-match"],
    kind,
    fault: effect?.kind,
    batch,
  };
  log.entries.push(logged);
  return { index: log.entries.length - 1, logged };
}

function readable(request: SimRequest): unknown {
  if (request.body === "") return undefined;
  const type = request.headers["content-type"] ?? "";
  if (type.includes("x-www-form-urlencoded"))
    return Object.fromEntries(new URLSearchParams(request.body));
  return parseJson(request.body) ?? request.body;
}
