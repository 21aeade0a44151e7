import { z } from "zod";
import { CalendarDate, Id, Instant } from "./domain/primitives.ts";

/** What the system hands to the app: `bellhop://open`, `bellhop://day/2026-11-27`, `bellhop://booking/<id>`. */
export const LINK_SCHEME = "bellhop";

/**
 * Where a link leads. It only ever shows something: nothing is changed, signed in or paired by a link, and none holds
 * a secret, for links end up in histories, mails and logs.
 */
export const AppLink = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("open") }),
  z.strictObject({ is: z.literal("day"), date: CalendarDate }),
  z.strictObject({
    is: z.literal("booking"),
    id: Id,
    /** Which occurrence of a series, by the start that its rule gives; null for a single booking. */
    originalStart: Instant.nullable(),
  }),
]);
export type AppLink = z.infer<typeof AppLink>;

/** Why a link is ignored; for the log, which must not repeat the link itself. */
export type LinkRefusal = "tooLong" | "notOurs" | "malformed" | "unknownPlace" | "severalLinks";

export type ReadLink =
  | { readonly is: "link"; readonly link: AppLink }
  | { readonly is: "refused"; readonly code: LinkRefusal };

/** Longer than any link of ours. */
const LONGEST = 120;
const SCHEME = /^bellhop:/i;
/** Nothing that a parser could read in two ways: no query, user, port, percent sign, dot-dot, backslash. */
const SHAPE = /^bellhop:\/\/([a-z]+)(?:\/([0-9a-z-]+))?(?:\/([0-9TZ:.-]+))?\/?$/i;

function refused(code: LinkRefusal): ReadLink {
  return { is: "refused", code };
}

function placeOf(name: string, first: string | undefined, second: string | undefined): unknown {
  switch (name) {
    case "open":
      return first === undefined ? { is: "open" } : null;
    case "day":
      return second === undefined ? { is: "day", date: first } : null;
    case "booking":
      return { is: "booking", id: first?.toLowerCase(), originalStart: second ?? null };
    default:
      return null;
  }
}

/** Reads a link that the system handed over. Never throws, whatever comes; what is not exactly ours is refused. */
export function readAppLink(text: string): ReadLink {
  if (text.length > LONGEST) return refused("tooLong");
  if (!SCHEME.test(text)) return refused("notOurs");
  const [, name = "", first, second] = SHAPE.exec(text) ?? [];
  if (name === "") return refused("malformed");
  const parsed = AppLink.safeParse(placeOf(name.toLowerCase(), first, second));
  return parsed.success ? { is: "link", link: parsed.data } : refused("unknownPlace");
}

/**
 * The link among the arguments of a start, as Windows and Linux hand it over. Null if there is none; of two none is
 * followed, for the system starts the app with one.
 */
export function linkInArguments(argv: readonly string[]): ReadLink | null {
  const [first, ...more] = argv.filter((argument) => SCHEME.test(argument));
  if (first === undefined) return null;
  return more.length > 0 ? refused("severalLinks") : readAppLink(first);
}

/** Writes a link that `readAppLink` reads. */
export function writeAppLink(link: AppLink): string {
  switch (link.is) {
    case "open":
      return `${LINK_SCHEME}://open`;
    case "day":
      return `${LINK_SCHEME}://day/${link.date}`;
    case "booking": {
      const occurrence = link.originalStart === null ? "" : `/${link.originalStart}`;
      return `${LINK_SCHEME}://booking/${link.id}${occurrence}`;
    }
  }
}
