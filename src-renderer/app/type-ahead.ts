import { useWindow } from "../store/window.ts";

/** What a press makes of the words searched for; null if it writes nothing. Pure. */
export function typedInto(
  query: string,
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">,
): string | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === "Backspace") return query.slice(0, -1);
  return [...key].length === 1 ? query + key : null;
}

/**
 * Whoever opens the search types on at once, and its field may not be in the page yet: what is typed until then is
 * written where the field finds it, and is no command. True if the search waits for its field.
 */
export function typeAhead(event: KeyboardEvent): boolean {
  const { search } = useWindow.getState();
  if (search === null) return false;
  const query = typedInto(search.query, event);
  if (query !== null) {
    event.preventDefault();
    useWindow.setState({ search: { query } });
  }
  return true;
}
