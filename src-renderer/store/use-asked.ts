import { useEffect, useRef, useState } from "react";
import type { Channel, EventName } from "../../src-shared/bridge/channels.ts";
import type { BridgeInput, BridgeOutput } from "../../src-shared/bridge/contract.ts";
import { asFailure, type BridgeFailure, call, listen } from "../bridge.ts";
import { later } from "./now.ts";

/** What the desk answered last. A new answer takes its place without a gap; a failure leaves it standing. */
export interface Asked<T> {
  readonly value: T | null;
  readonly failure: BridgeFailure | null;
  readonly again: () => void;
}

interface Asker {
  readonly ask: () => void;
  readonly end: () => void;
}

/** During a first sync the desk tells something many times a second; nobody reads that fast. Milliseconds. */
const SPACING_MS = 400;

/**
 * Asks one question at a time: any number of wishes during an answer make one more question, a while after it.
 * @param wait runs something after that while
 */
export function createAsker<T>(
  question: () => Promise<T>,
  answered: (value: T) => void,
  failed: (failure: BridgeFailure) => void,
  wait: (run: () => void) => void = (run) => later(SPACING_MS, run),
): Asker {
  let state: "idle" | "asking" | "askingAndAgain" | "ended" = "idle";
  const settle = (tell: () => void): void => {
    if (state === "ended") return;
    const again = state === "askingAndAgain";
    tell();
    if (!again) {
      state = "idle";
      return;
    }
    wait(() => {
      if (state === "ended") return;
      state = "idle";
      ask();
    });
  };
  const ask = (): void => {
    if (state === "ended") return;
    if (state !== "idle") {
      state = "askingAndAgain";
      return;
    }
    state = "asking";
    question().then(
      (value) => settle(() => answered(value)),
      (error: unknown) => settle(() => failed(asFailure(error))),
    );
  };
  return {
    ask,
    end: () => {
      state = "ended";
    },
  };
}

/** Asks the desk when the screen opens or the question changes, and again whenever one of the events comes. */
export function useAsked<C extends Channel>(
  channel: C,
  input: BridgeInput<C>,
  events: readonly EventName[] = [],
): Asked<BridgeOutput<C>> {
  const [value, setValue] = useState<BridgeOutput<C> | null>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const asker = useRef<Asker | null>(null);
  const question = JSON.stringify(input);
  const listening = events.join(" ");
  useEffect(() => {
    const current = createAsker(
      () => call(channel, JSON.parse(question) as BridgeInput<C>),
      (answer) => {
        setValue(answer);
        setFailure(null);
      },
      setFailure,
    );
    asker.current = current;
    current.ask();
    const names = listening.split(" ").filter((name) => name !== "") as EventName[];
    const ends = names.map((name) => listen(name, current.ask));
    return () => {
      current.end();
      ends.forEach((end) => end());
    };
  }, [channel, question, listening]);
  return { value, failure, again: () => asker.current?.ask() };
}
