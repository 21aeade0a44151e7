import type { Tint } from "./business.ts";

/** Google's colour ids for events, `1` to `11` (google-calendar `colors.get`, palette `event`). */
export type EventColourId = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;

const NEAREST: Readonly<Record<Tint, EventColourId>> = {
  rose: 4,
  brick: 11,
  apricot: 6,
  straw: 5,
  moss: 10,
  sage: 2,
  lagoon: 7,
  sky: 7,
  blue: 9,
  iris: 1,
  plum: 3,
  stone: 8,
};

/** The event colour in Google that is nearest to a service's tint. */
export function eventColourOf(tint: Tint): EventColourId {
  return NEAREST[tint];
}
