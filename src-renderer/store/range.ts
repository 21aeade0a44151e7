import { create } from "zustand";
import type { ScheduleRange } from "../../src-shared/bridge/contract/schedule.ts";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { addDays } from "../../src-shared/time/zones.ts";
import { call, listen } from "../bridge.ts";
import { keyOf } from "./booking-key.ts";
import { keepIdentity } from "./keep-identity.ts";
import type { Period } from "./schedule.ts";
import { type Asked, createAsker } from "./use-asked.ts";

/** `value`: the days as last answered; those of an earlier question until the desk has answered the new one. */
type RangeState = Asked<ScheduleRange>;

/** The many days that a month or a list shows. The grid's own days are in `useSchedule`. */
export const useRange = create<RangeState>()(() => ({
  value: null,
  failure: null,
  again: () => undefined,
}));

/** Whether the desk has answered for a day. */
export function useAnswered(date: CalendarDate): boolean {
  return useRange(({ value }) => value !== null && value.from <= date && date < value.to);
}

function take(range: ScheduleRange): void {
  useRange.setState(({ value: old }) => ({
    value: {
      ...range,
      bookings: [...keepIdentity(old?.bookings ?? [], range.bookings, keyOf)],
      blocks: [...keepIdentity(old?.blocks ?? [], range.blocks)],
    },
    failure: null,
  }));
}

/** Asks for the days of a period now and after each change at the desk. Returns the function that ends it. */
export function followRange({ first, days }: Period): () => void {
  const { ask, end } = createAsker(
    () => call("schedule.get", { from: first, to: addDays(first, days) }),
    take,
    (failure) => useRange.setState({ failure }),
  );
  useRange.setState({ again: ask });
  ask();
  const unlisten = listen("schedule.changed", ask);
  return () => {
    end();
    unlisten();
  };
}
