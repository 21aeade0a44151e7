type Listener = () => void;

/** Tells whoever shows the schedule that it has to look again. Call after the transaction, never inside. */
export interface Changes {
  /** Bookings or blocks changed. */
  scheduleChanged(): void;
  /** Business, staff, services or customers changed. */
  catalogueChanged(): void;
  /** Returns the function that ends the listening, as does `onCatalogue`. */
  onSchedule(listener: Listener): () => void;
  onCatalogue(listener: Listener): () => void;
}

interface Channel {
  readonly tell: () => void;
  readonly listen: (listener: Listener) => () => void;
}

function createChannel(): Channel {
  const listeners = new Set<Listener>();
  return {
    tell: () => {
      for (const listener of listeners) listener();
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
  return {
    scheduleChanged: schedule.tell,
    catalogueChanged: catalogue.tell,
    onSchedule: schedule.listen,
    onCatalogue: catalogue.listen,
  };
}
