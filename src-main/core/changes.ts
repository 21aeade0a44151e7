import type { ScheduledBooking } from "../../src-shared/domain/booking.ts";

type Listener = () => void;

/** Tells whoever shows the schedule that it has to look again. Call after the transaction, never inside. */
export interface Changes {
  /** Bookings or blocks changed. */
  scheduleChanged(): void;
  /** The customer of a booking, or of an occurrence, is here. */
  arrived(booking: ScheduledBooking): void;
  /** Business, staff, services or customers changed. */
  catalogueChanged(): void;
  /** Returns the function that ends the listening, as does `onCatalogue`. */
  onSchedule(listener: Listener): () => void;
  onCatalogue(listener: Listener): () => void;
  onArrived(listener: (booking: ScheduledBooking) => void): () => void;
}

interface Channel<T extends readonly unknown[]> {
  readonly tell: (...told: T) => void;
  readonly listen: (listener: (...told: T) => void) => () => void;
}

function createChannel<T extends readonly unknown[] = []>(): Channel<T> {
  const listeners = new Set<(...told: T) => void>();
  return {
    tell: (...told) => {
      for (const listener of listeners) listener(...told);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export function createChanges(): Changes {
  const schedule = createChannel();
  const catalogue = createChannel();
  const arrivals = createChannel<[ScheduledBooking]>();
  return {
    scheduleChanged: schedule.tell,
    arrived: arrivals.tell,
    catalogueChanged: catalogue.tell,
    onSchedule: schedule.listen,
    onCatalogue: catalogue.listen,
    onArrived: arrivals.listen,
  };
}
