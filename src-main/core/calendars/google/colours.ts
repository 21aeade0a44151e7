import type { Tint } from "../../../../src-shared/domain/business.ts";

/**
 * Google's event colours are "1" to "11". The list is a constant because colors.get is not open to the scopes that
 * the desk asks for. Two tints share Peacock: Google has one colour fewer than the desk.
 */
const COLOUR_OF_TINT: Record<Tint, string> = {
  rose: "4",
  brick: "11",
  apricot: "6",
  straw: "5",
  moss: "10",
  sage: "2",
  lagoon: "7",
  sky: "7",
  blue: "9",
  iris: "1",
  plum: "3",
  stone: "8",
};

export function colourOf(tint: Tint): string {
  return COLOUR_OF_TINT[tint];
}
