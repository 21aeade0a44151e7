import type { Zone } from "../../../src-shared/domain/primitives.ts";
import { zoneOffsetMs } from "../../../src-shared/time/zones.ts";
import { useCatalogue } from "../../store/catalogue.ts";
import { useNow } from "../../store/now.ts";

const WEEK_MS = 7 * 86_400_000;
const WEEKS = 53;

/** `Berlin` of `Europe/Berlin`. */
export function placeOf(zone: Zone): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** Whether clocks in both zones show the same all through the year that follows: Berlin and Vienna do, whatever they are called. */
export function sameClocks(a: Zone, b: Zone, from: number): boolean {
  return (
    a === b ||
    Array.from({ length: WEEKS }, (_, week) => from + week * WEEK_MS).every(
      (at) => zoneOffsetMs(a, at) === zoneOffsetMs(b, at),
    )
  );
}

/** As last answered: the question comes back with every minute. */
let last = { key: "", other: false };

function isOther(own: Zone, zone: Zone, now: number): boolean {
  const key = `${own} ${zone} ${Math.floor(now / WEEK_MS)}`;
  if (last.key !== key) last = { key, other: !sameClocks(own, zone, now) };
  return last.other;
}

/** The computer's own zone, if its clock shows another time than the business's; null while both are the same. */
export function useOtherZone(): Zone | null {
  const zone = useCatalogue((s) => s.business?.zone ?? null);
  const now = useNow();
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone !== null && isOther(own, zone, now) ? own : null;
}
