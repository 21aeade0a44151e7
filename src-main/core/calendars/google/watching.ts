import type { calendar_v3 } from "@googleapis/calendar";
import { toInstant } from "../../../../src-shared/time/zones.ts";
import { RemoteError, type Watching } from "../remote-calendar.ts";
import type { Caller } from "./caller.ts";
import { textOf } from "./json.ts";

export interface WatchingDeps {
  readonly client: calendar_v3.Calendar;
  readonly call: Caller;
  readonly calendarId: string;
}

/** Google's push channels (events.watch, channels.stop). A channel lives for seven days at most and renews itself never. */
export function createWatching({ client, call, calendarId }: WatchingDeps): Watching {
  return {
    async start({ id, token, address }) {
      const requestBody = { id, token, address, type: "web_hook" };
      const body = await call({ is: "watch" }, (options) =>
        client.events.watch({ calendarId, requestBody }, options),
      );
      const resourceId = textOf(body, "resourceId");
      const expiration = Number(textOf(body, "expiration") ?? Number.NaN);
      if (resourceId === null || !Number.isSafeInteger(expiration))
        throw new RemoteError({ is: "badAnswer" }, "The channel came back without its names.");
      return { resourceId, expiresAt: toInstant(expiration) };
    },

    async stop({ id, resourceId }) {
      try {
        await call({ is: "stopWatch" }, (options) =>
          client.channels.stop({ requestBody: { id, resourceId } }, options),
        );
      } catch (error) {
        if (!(error instanceof RemoteError) || error.failure.is !== "eventGone") throw error;
      }
    },
  };
}
