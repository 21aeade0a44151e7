import { type KeyboardEvent, useEffect, useRef } from "react";
import { controlHeld } from "./platform.ts";

interface Searched {
  /** What is typed. */
  readonly query: string;
  readonly answered: boolean;
  /** The first of the list, or what takes its place when nothing was found; null if there is nothing to choose. */
  readonly first: string | null;
  readonly choose: (key: string) => void;
}

const STEERING = new Set(["ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"]);

/**
 * Enter chooses the first hit of what is typed. Pressed before the answer is there, it waits for just that answer:
 * whoever types fast never gets what an older answer happened to have on top. Once the arrows were used, the list
 * itself knows which one is meant.
 * @returns for `onKeyDownCapture` of what holds the field
 */
export function useEnterChooses({ query, answered, first, choose }: Searched) {
  const steered = useRef(false);
  /** What was typed when Enter was pressed too early. */
  const waiting = useRef<string | null>(null);
  useEffect(() => {
    steered.current = false;
  }, [query]);
  useEffect(() => {
    if (waiting.current === null) return;
    const isStillMeant = waiting.current === query;
    if (isStillMeant && !answered) return;
    waiting.current = null;
    if (isStillMeant && first !== null) choose(first);
  });
  return (event: KeyboardEvent): void => {
    if (STEERING.has(event.key)) steered.current = true;
    if (event.key !== "Enter" || event.nativeEvent.isComposing || controlHeld(event)) return;
    if (steered.current || query.trim() === "") return;
    event.preventDefault();
    event.stopPropagation();
    if (!answered) waiting.current = query;
    else if (first !== null) choose(first);
  };
}
