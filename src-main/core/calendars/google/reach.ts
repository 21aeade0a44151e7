import type { Clock, Scheduler } from "../../ports.ts";
import type { GoogleEndpoints } from "../../settings.ts";
import type { Reach } from "../calendar-provider.ts";
import { classifyError } from "./classify-error.ts";
import { withDeadline } from "./deadline.ts";
import type { Transport } from "./transport.ts";

export interface ReachDeps {
  readonly endpoints: GoogleEndpoints;
  readonly transport: Pick<Transport, "fetchImplementation">;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
}

/** Somebody waits in front of the list. */
const REACH_LIMIT_MS = 8_000;
/** Answered by Google without a sign-in, by a refusal in JSON; a hotel's or a proxy's page is none. */
const KNOWN_DOOR = "calendar/v3/users/me/calendarList?maxResults=1";

/** Whether Google itself can be reached from here. Sends no token. Never rejects. */
export async function reachGoogle(deps: ReachDeps): Promise<Reach> {
  const { endpoints, transport, clock, scheduler } = deps;
  const before = clock.now();
  try {
    const response = await withDeadline(
      scheduler,
      (signal) =>
        transport.fetchImplementation(new URL(KNOWN_DOOR, endpoints.calendarRoot), {
          signal,
          redirect: "manual",
        }),
      REACH_LIMIT_MS,
    );
    await response.body?.cancel();
    const isGoogle = response.headers.get("content-type")?.includes("json") ?? false;
    return isGoogle ? { is: "answers", ms: clock.now() - before } : { is: "stranger" };
  } catch (thrown) {
    const { failure } = classifyError({ is: "calendars" }, thrown, clock.now());
    return { is: failure.is === "notTrusted" ? "notTrusted" : "silent" };
  }
}
