import type { Channel } from "../../src-shared/bridge/channels.ts";
import type { BridgeInput, BridgeOutput, BridgeReply } from "../../src-shared/bridge/contract.ts";
import { AppError } from "../../src-shared/errors.ts";

/** Calls the bridge of a browser host over HTTP, as any script can. */
export interface BridgeClient {
  /** @throws AppError with the code that the desk answered */
  call<C extends Channel>(channel: C, input: BridgeInput<C>): Promise<BridgeOutput<C>>;
}

export function createBridgeClient(host: {
  readonly origin: string;
  readonly token: string;
}): BridgeClient {
  return {
    async call<C extends Channel>(channel: C, input: BridgeInput<C>): Promise<BridgeOutput<C>> {
      const answer = await fetch(`${host.origin}/bridge/${channel}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Bellhop-Token": host.token },
        body: JSON.stringify(input),
      });
      const reply = (await answer.json()) as BridgeReply<C>;
      if (reply.ok) return reply.value;
      const { code, message, retryable, fields } = reply.error;
      const details = fields === undefined ? "" : ` ${JSON.stringify(fields)}`;
      throw new AppError(code, `${channel}: ${message}${details}`, { retryable });
    },
  };
}
