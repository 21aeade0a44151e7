import type {
  Business,
  HoursSpan,
  Service,
  Staff,
  Tint,
  WeeklyHours,
} from "../../../src-shared/domain/business.ts";
import type { Id, Zone } from "../../../src-shared/domain/primitives.ts";

const SATURDAY = 6;
const SATURDAY_END = "17:00";
const OPEN: HoursSpan = { from: "09:00", to: "19:00" };

const STAFF = [
  { name: "Anna Lindqvist", from: "09:00", to: "18:00" },
  { name: "Ben Okafor", from: "09:00", to: "18:00" },
  { name: "Clara Weiss", from: "10:00", to: "19:00" },
  { name: "Deniz Aydın", from: "09:00", to: "17:00" },
  { name: "Frida Holm", from: "11:00", to: "19:00" },
  { name: "Jonas Reuter", from: "09:00", to: "15:30" },
] as const;

type GivenName = "Anna" | "Ben" | "Clara" | "Deniz" | "Frida" | "Jonas";

interface Offer {
  readonly name: string;
  readonly minutes: number;
  readonly price: number;
  readonly tint: Tint;
  /** Empty: everyone does it. */
  readonly who: readonly GivenName[];
  readonly online?: false;
}

const COLOURISTS: readonly GivenName[] = ["Anna", "Clara", "Deniz"];

const OFFERS: readonly Offer[] = [
  { name: "Cut & finish", minutes: 45, price: 54, tint: "sky", who: COLOURISTS },
  { name: "Short cut", minutes: 30, price: 34, tint: "lagoon", who: ["Ben", "Jonas"] },
  { name: "Blow-dry", minutes: 30, price: 29, tint: "iris", who: ["Anna", "Clara", "Jonas"] },
  { name: "Root colour", minutes: 90, price: 79, tint: "plum", who: COLOURISTS },
  { name: "Balayage", minutes: 150, price: 148, tint: "rose", who: ["Anna", "Deniz"] },
  { name: "Gloss & tone", minutes: 45, price: 46, tint: "apricot", who: COLOURISTS },
  { name: "Beard trim", minutes: 20, price: 18, tint: "moss", who: ["Ben"] },
  { name: "Brows & lashes", minutes: 30, price: 26, tint: "straw", who: ["Frida"] },
  { name: "Manicure", minutes: 45, price: 38, tint: "sage", who: ["Frida"] },
  { name: "Child’s cut", minutes: 30, price: 22, tint: "blue", who: ["Ben", "Jonas"] },
  { name: "Consultation", minutes: 15, price: 0, tint: "stone", who: [] },
  { name: "Bridal trial", minutes: 90, price: 95, tint: "brick", who: ["Clara"], online: false },
];

/** The same span every day but the one that is closed; shorter on Saturdays. */
function weekOf(span: HoursSpan, closedOn: number): WeeklyHours {
  const day = (weekday: number): HoursSpan[] => {
    if (weekday === closedOn) return [];
    const to = weekday === SATURDAY && span.to > SATURDAY_END ? SATURDAY_END : span.to;
    return [{ from: span.from, to }];
  };
  return { 1: day(1), 2: day(2), 3: day(3), 4: day(4), 5: day(5), 6: day(6), 7: day(7) };
}

export interface Catalogue {
  readonly business: Business;
  readonly staff: readonly Staff[];
  readonly services: readonly Service[];
}

/** @param closedOn ISO weekday on which nobody works */
export function catalogueOf(nextId: () => Id, zone: Zone, closedOn: number): Catalogue {
  const staff = STAFF.map(({ name, from, to }, position): Staff => ({
    id: nextId(),
    revision: 1,
    name,
    hours: weekOf({ from, to }, closedOn),
    position,
    active: true,
  }));
  const idsOf = (names: readonly GivenName[]): Id[] =>
    staff.filter(({ name }) => names.some((given) => name.startsWith(given))).map(({ id }) => id);
  return {
    business: {
      id: nextId(),
      revision: 1,
      name: "Atelier Nord",
      zone,
      currency: "EUR",
      locale: "en-GB",
      weekStart: 1,
      slotMinutes: 15,
      hours: weekOf(OPEN, closedOn),
      closures: [],
    },
    staff,
    services: OFFERS.map(({ name, minutes, price, tint, who, online }, position): Service => ({
      id: nextId(),
      revision: 1,
      name,
      durationMinutes: minutes,
      tint,
      priceMinor: price * 100,
      online: online ?? true,
      active: true,
      position,
      staffIds: idsOf(who),
    })),
  };
}
