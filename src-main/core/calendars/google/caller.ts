import type { Clock, Logger, Scheduler } from "../../ports.ts";
import type { RemoteError } from "../remote-calendar.ts";
import { answerOf } from "./answer-of-error.ts";
import { type Call, classifyError } from "./classify-error.ts";
import { withDeadline } from "./deadline.ts";
import type { TokenSource } from "./token-source.ts";

/** What every request carries. */
export interface RequestOptions {
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
}

/**
 * Makes one authorised request and answers with its body; `etag` goes out as `If-Match`.
 * @throws RemoteError
 */
export type Caller = <T>(
  call: Call,
  send: (options: RequestOptions) => Promise<{ readonly data: T }>,
  etag?: string | null,
) => Promise<T>;

export interface CallerDeps {
  readonly tokens: TokenSource;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly log: Logger;
}

function isUnauthorized(thrown: unknown): boolean {
  const answer = answerOf(thrown);
  return answer.is === "answered" && answer.status === 401 && !answer.garbled;
}

/** A 401 is answered by one fresh token and one repetition; nothing else is repeated here, the engine does that. */
export function createCaller({ tokens, clock, scheduler, log }: CallerDeps): Caller {
  const fail = (call: Call, thrown: unknown): RemoteError => {
    const error = classifyError(call, thrown, clock.now());
    log.warn("google.callFailed", {
      call: call.is,
      failure: error.failure.is,
      detail: error.message,
    });
    return error;
  };
  return async (call, send, etag = null) => {
    const once = async (token: string): Promise<Awaited<ReturnType<typeof send>>> =>
      withDeadline(scheduler, (signal) =>
        send({
          headers: {
            Authorization: `Bearer ${token}`,
            ...(etag === null ? {} : { "If-Match": etag }),
          },
          signal,
        }),
      );
    try {
      const token = await tokens.current();
      try {
        return (await once(token)).data;
      } catch (thrown) {
        if (!isUnauthorized(thrown)) throw thrown;
        return (await once(await tokens.renew(token))).data;
      }
    } catch (thrown) {
      throw fail(call, thrown);
    }
  };
}
