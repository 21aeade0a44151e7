import { markMatches } from "./mark-matches.ts";

/** The text with what was searched for marked in it. */
export function Highlight({ text, query }: { readonly text: string; readonly query: string }) {
  return markMatches(text, query).map((part, i) =>
    part.hit ? <mark key={i}>{part.text}</mark> : <span key={i}>{part.text}</span>,
  );
}
