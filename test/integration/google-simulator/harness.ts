import { afterEach } from "vitest";
import type {
  EventInput,
  GoogleSimulator,
  SimulatorOptions,
  WireEvent,
} from "../../../simulators/google/index.ts";
import { startGoogleSimulator } from "../../../simulators/google/index.ts";

export const EMAIL = "desk@salon.example";
export const BOOKINGS = "bookings@group.calendar.google.com";
export const HOLIDAYS = "holidays@group.v.calendar.google.com";
export const BUSY_ONLY = "owner@salon.example";
export const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

/** Wednesday, 25 November 2026, 10:00 in Berlin. */
export const NOW = Date.parse("2026-11-25T09:00:00Z");

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Loose;
}

/** A JSON answer whose members a test looks at; what is missing is undefined. */
export type Loose = { readonly [key: string]: unknown } & {
  readonly items: readonly WireEvent[];
  readonly error: {
    readonly code: number;
    readonly message: string;
    readonly errors: readonly object[];
  };
  readonly id: string;
  readonly etag: string;
  readonly nextSyncToken: string;
  readonly nextPageToken: string;
};

export interface Desk {
  readonly simulator: GoogleSimulator;
  readonly control: GoogleSimulator["control"];
  readonly accessToken: string;
  readonly send: (
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string>; token?: string },
  ) => Promise<Answer>;
  readonly insert: (
    event: EventInput,
    calendarId?: string,
  ) => Promise<WireEvent & { id: string; etag: string }>;
  readonly list: (query?: string, calendarId?: string) => Promise<Answer>;
}

const open: GoogleSimulator[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((simulator) => simulator.close()));
});

/** A simulator with a fixed clock and a token for it; closed after the test. */
export async function openDesk(
  options: SimulatorOptions & { readonly scopes?: readonly string[] } = {},
): Promise<Desk> {
  const { scopes = [scope("calendar")], ...rest } = options;
  const simulator = await startGoogleSimulator({ now: () => NOW, ...rest });
  open.push(simulator);
  const { control } = simulator;
  const { accessToken } = control.issueTokens(control.accounts()[0] ?? "", scopes);
  const send: Desk["send"] = async (method, path, { body, headers, token } = {}) => {
    const response = await fetch(`${simulator.url}/calendar/v3/${path}`, {
      method,
      headers: { authorization: `Bearer ${token ?? accessToken}`, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = text.trimStart().startsWith("{");
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: (isJson ? JSON.parse(text) : {}) as Loose,
    };
  };
  return {
    simulator,
    control,
    accessToken,
    send,
    insert: async (event, calendarId = "primary") => {
      const answer = await send("POST", `calendars/${calendarId}/events`, { body: event });
      if (answer.status !== 200) throw new Error(answer.text);
      return answer.json as unknown as WireEvent & { id: string; etag: string };
    },
    list: (query = "", calendarId = "primary") =>
      send(
        "GET",
        `calendars/${encodeURIComponent(calendarId)}/events${query === "" ? "" : `?${query}`}`,
      ),
  };
}

interface ZonedTime {
  dateTime: string;
  timeZone: string;
}

/** An hour on 25 November 2026 (or another day), given by its hour in Berlin. */
export function hourAt(hour: number, day = "2026-11-25"): { start: ZonedTime; end: ZonedTime } {
  const time = (at: number): ZonedTime => ({
    dateTime: `${day}T${String(at).padStart(2, "0")}:00:00+01:00`,
    timeZone: "Europe/Berlin",
  });
  return { start: time(hour), end: time(hour + 1) };
}

export const allDay = (date: string, end: string): Pick<WireEvent, "start" | "end"> => ({
  start: { date },
  end: { date: end },
});

export const firstError = (answer: Answer): object => answer.json.error.errors[0] ?? {};
