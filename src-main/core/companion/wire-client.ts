import type { z } from "zod";
import {
  type Acknowledgement,
  AnswerResults,
  type BusyPublication,
  type DeskAnswer,
  DeskChanges,
  PairingState,
  type PairingWish,
  type ProfilePublication,
  PublishedVersion,
  PushAddress,
  type PushChannelWish,
  WireError,
  type WireErrorCode,
} from "../../../src-shared/companion/wire.ts";
import type { Scheduler } from "../ports.ts";

/** Why a call to the companion failed, sorted by what has to be done about it. */
export type WireFailure =
  /** No route, DNS, refused, reset, TLS. */
  | { readonly is: "noNetwork" }
  | { readonly is: "timeout" }
  | { readonly is: "serverError" }
  /** Not what was promised: a hotel's login page, a cut body, another program at this address. */
  | { readonly is: "badAnswer" }
  | { readonly is: "refused"; readonly code: WireErrorCode };

/** The only thing that a call rejects with. The message holds no key and no customer. */
export class WireTrouble extends Error {
  readonly failure: WireFailure;

  constructor(failure: WireFailure, message: string) {
    super(message);
    this.name = "WireTrouble";
    this.failure = failure;
  }
}

/** No call may take longer, however it hangs. */
const LIMIT_MS = 20_000;
/** Two hundred changes with notes stay far below. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

interface Ask {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
}

export interface WireClientDeps {
  /** Where the companion is, without a slash at the end. */
  readonly url: string;
  readonly key: string;
  readonly scheduler: Scheduler;
}

function refusalOf(status: number, text: string): WireTrouble {
  const parsed = WireError.safeParse(json(text));
  if (parsed.success) {
    const { code, message } = parsed.data.error;
    return new WireTrouble({ is: "refused", code }, `${code}: ${message}`);
  }
  const failure = status >= 500 ? "serverError" : "badAnswer";
  return new WireTrouble({ is: failure }, `The companion answered ${status}.`);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function textOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > MAX_ANSWER_BYTES)
      throw new WireTrouble({ is: "badAnswer" }, "The answer has no end.");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** The calls of `src-shared/companion/wire.ts`. All reject with `WireTrouble` only. */
export function createWireClient({ url, key, scheduler }: WireClientDeps) {
  const send = async ({ method, path, body }: Ask, signal: AbortSignal): Promise<Response> =>
    fetch(`${url}/api/desk/v1${path}`, {
      method,
      signal,
      // A redirect would carry the key to wherever it points.
      redirect: "error",
      headers: {
        authorization: `Bearer ${key}`,
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  async function ask(asked: Ask): Promise<string> {
    const limit = new AbortController();
    const cancel = scheduler.after(LIMIT_MS, () => limit.abort());
    try {
      const response = await send(asked, limit.signal);
      const text = await textOf(response);
      if (!response.ok) throw refusalOf(response.status, text);
      return text;
    } catch (error) {
      if (error instanceof WireTrouble) throw error;
      const is = limit.signal.aborted ? "timeout" : "noNetwork";
      throw new WireTrouble({ is }, `The companion can't be reached (${is}).`);
    } finally {
      cancel();
    }
  }

  async function read<Schema extends z.ZodType>(
    schema: Schema,
    asked: Ask,
  ): Promise<z.output<Schema>> {
    const parsed = schema.safeParse(json(await ask(asked)));
    if (parsed.success) return parsed.data;
    throw new WireTrouble({ is: "badAnswer" }, "The companion's answer can't be read.");
  }

  return {
    wishPairing: (body: PairingWish) =>
      read(PairingState, { method: "PUT", path: "/pairing", body }),
    pairing: () => read(PairingState, { method: "GET", path: "/pairing" }),
    leave: () => ask({ method: "DELETE", path: "/pairing" }),
    publishProfile: (body: ProfilePublication) =>
      read(PublishedVersion, { method: "PUT", path: "/profile", body }),
    publishBusy: (body: BusyPublication) =>
      read(PublishedVersion, { method: "PUT", path: "/busy", body }),
    changes: (after: number) =>
      read(DeskChanges, { method: "GET", path: `/changes?after=${after}` }),
    acknowledge: (body: z.infer<typeof Acknowledgement>) =>
      ask({ method: "POST", path: "/acknowledge", body }),
    answer: (answers: readonly DeskAnswer[]) =>
      read(AnswerResults, { method: "POST", path: "/answers", body: { answers } }),
    keepChannel: (body: PushChannelWish) =>
      read(PushAddress, { method: "PUT", path: "/push-channels", body }),
    forgetChannel: (id: string) =>
      ask({ method: "DELETE", path: `/push-channels/${encodeURIComponent(id)}` }),
    /** The stream that wakes; it ends when `signal` aborts. */
    events: async (signal: AbortSignal): Promise<Response> => {
      try {
        const response = await send({ method: "GET", path: "/events" }, signal);
        const type = response.headers.get("content-type") ?? "";
        if (response.ok && type.startsWith("text/event-stream")) return response;
        if (response.ok) throw new WireTrouble({ is: "badAnswer" }, "This is no event stream.");
        throw refusalOf(response.status, await textOf(response));
      } catch (error) {
        if (error instanceof WireTrouble) throw error;
        throw new WireTrouble({ is: "noNetwork" }, "The companion's stream can't be reached.");
      }
    },
  };
}
export type WireClient = ReturnType<typeof createWireClient>;
