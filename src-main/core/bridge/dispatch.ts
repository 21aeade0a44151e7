import type { z } from "zod";
import { CHANNELS, type Channel } from "../../../src-shared/bridge/channels.ts";
import {
  type BridgeOutput,
  type BridgeReply,
  CONTRACT,
  type Handlers,
} from "../../../src-shared/bridge/contract.ts";
import { AppError, type BridgeError } from "../../../src-shared/errors.ts";
import type { Logger } from "../ports.ts";
import { describeFailure, issuePlaces, issuesToFields } from "./failures.ts";

/** Largest input of one call, in bytes of its JSON. */
export const MAX_INPUT_BYTES = 64 * 1024;

/** What any channel answers, with the channel forgotten. */
export type AnyReply = BridgeReply<Channel>;
/** The one door of the desk: both hosts call it, nothing else reaches a handler from outside. */
export type Dispatch = (channel: string, input: unknown) => Promise<AnyReply>;

type AnyHandler = (input: unknown) => unknown;

const KNOWN: ReadonlySet<string> = new Set(CHANNELS);

function isChannel(name: string): name is Channel {
  return KNOWN.has(name);
}

/** A reply that refuses, for doors that say no before a handler is asked. */
export function refusal(error: BridgeError): AnyReply {
  return { ok: false, error };
}

/** Bytes of the input as JSON; null for what JSON cannot hold (cycles, bigint, undefined). */
function sizeOf(input: unknown): number | null {
  try {
    const text: string | undefined = JSON.stringify(input);
    return text === undefined ? null : Buffer.byteLength(text);
  } catch {
    return null;
  }
}

function checkedInput(channel: Channel, input: unknown): unknown {
  const size = sizeOf(input);
  if (size === null) throw new AppError("BAD_INPUT", "The input must be plain JSON data.");
  if (size > MAX_INPUT_BYTES)
    throw new AppError("TOO_LARGE", `The input is larger than ${MAX_INPUT_BYTES} bytes.`);
  const parsed = CONTRACT[channel].input.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = issuesToFields(parsed.error.issues);
  throw new AppError("BAD_INPUT", "Some fields of the input are wrong.", { fields });
}

function toBridgeError(error: AppError): BridgeError {
  const { code, message, retryable, fields } = error;
  return fields === undefined
    ? { code, message, retryable }
    : { code, message, retryable, fields: { ...fields } };
}

const INTERNAL: BridgeError = {
  code: "INTERNAL",
  message: "Something went wrong at the desk. The log knows more.",
  retryable: false,
};

export interface DispatchDeps {
  readonly handlers: Handlers;
  readonly log: Logger;
}

/**
 * Makes the door. It never rejects: an unknown channel, a wrong or oversized input, an error of a handler and an
 * answer that breaks the contract all become `{ok: false}` with a stable code. What is not an `AppError` crosses
 * as `INTERNAL` without any detail; the detail goes to the log.
 */
export function createDispatch({ handlers, log }: DispatchDeps): Dispatch {
  const checkedOutput = (channel: Channel, output: unknown): AnyReply => {
    const schema: z.ZodType = CONTRACT[channel].output;
    const parsed = schema.safeParse(output);
    if (parsed.success) return { ok: true, value: parsed.data as BridgeOutput<Channel> };
    log.error("bridge.wrongOutput", { channel, places: issuePlaces(parsed.error.issues) });
    return refusal(INTERNAL);
  };

  const answerTo = (channel: Channel, error: unknown): AnyReply => {
    if (error instanceof AppError && error.code !== "INTERNAL") {
      log.info("bridge.refused", { channel, code: error.code });
      return refusal(toBridgeError(error));
    }
    log.error("bridge.failed", { channel, ...describeFailure(error) });
    return refusal(INTERNAL);
  };

  return async (channel, input) => {
    if (!isChannel(channel)) {
      log.warn("bridge.unknownChannel");
      return refusal({
        code: "UNKNOWN_CHANNEL",
        message: "There is no such channel.",
        retryable: false,
      });
    }
    try {
      const handler = handlers[channel] as AnyHandler;
      return checkedOutput(channel, await handler(checkedInput(channel, input)));
    } catch (error) {
      return answerTo(channel, error);
    }
  };
}
