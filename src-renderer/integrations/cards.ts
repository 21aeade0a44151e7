import type { GoogleConnection, IntegrationCard } from "../../src-shared/bridge/contract/sync.ts";
import { goesOn, type SyncCounts, type SyncPresentation } from "../../src-shared/sync-status.ts";
import type { OnlineTone } from "../online/look.ts";

export const CARD_GROUPS = ["attention", "connected", "available"] as const;
export type CardGroup = (typeof CARD_GROUPS)[number];

/** What the panel knows about the connected calendar. */
export interface CalendarSituation {
  readonly connection: GoogleConnection | null;
  readonly shown: SyncPresentation;
  readonly counts: SyncCounts;
}

/** How many things wait for a person: the number on the tab and on the group. */
export function needsPerson({ connection, shown, counts }: CalendarSituation): number {
  if (connection === null) return 0;
  const state = goesOn(shown) && connection.calendar !== null ? 0 : 1;
  return state + counts.parked + counts.attention;
}

/** Where the card of online booking stands, by how it is with the companion. */
export function groupOfOnline(tone: OnlineTone): CardGroup {
  switch (tone) {
    case "off":
      return "available";
    case "trouble":
      return "attention";
    case "waiting":
    case "on":
    case "offline":
      return "connected";
  }
}

/** In which of the three groups a card stands. */
export function groupOf(card: IntegrationCard, situation: CalendarSituation): CardGroup {
  if (card.availability === "coming" || card.id !== "google") return "available";
  if (situation.connection === null) return "available";
  return needsPerson(situation) > 0 ? "attention" : "connected";
}
