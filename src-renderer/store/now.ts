import { create } from "zustand";

const MINUTE_MS = 60_000;

/** The one place where the window reads the clock. Epoch milliseconds. */
export function currentTime(): number {
  return Date.now();
}

function wholeMinute(): number {
  return Math.floor(currentTime() / MINUTE_MS) * MINUTE_MS;
}

/** Runs something once after a while, in milliseconds. The other timers of the window are here too, for the same reason. */
export function later(delayMs: number, run: () => void): void {
  setTimeout(run, delayMs);
}

/** The running minute, in epoch milliseconds; changes when the minute does. */
export const useNow = create<number>()(() => wholeMinute());

/** Keeps the minute running; a computer that slept is put right as soon as the window is looked at. */
export function startClock(): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const tick = (): void => {
    clearTimeout(timer);
    useNow.setState(wholeMinute(), true);
    timer = setTimeout(tick, MINUTE_MS - (currentTime() % MINUTE_MS) + 20);
  };
  tick();
  window.addEventListener("focus", tick);
  document.addEventListener("visibilitychange", tick);
  return () => {
    clearTimeout(timer);
    window.removeEventListener("focus", tick);
    document.removeEventListener("visibilitychange", tick);
  };
}

/** Does something after a while; returns the function that calls it off. */
export function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
