import { create } from "zustand";

const useSaid = create<{ readonly text: string; readonly turn: number }>()(() => ({
  text: "",
  turn: 0,
}));

/** Says something to a screen reader when it has a moment. */
export function announce(text: string): void {
  useSaid.setState((said) => ({ text, turn: said.turn + 1 }));
}

/** The polite live region; once in the window. The key makes the same words be said again. */
export function LiveRegion() {
  const { text, turn } = useSaid();
  return (
    <div className="unseen" role="status" aria-live="polite">
      <span key={turn}>{text}</span>
    </div>
  );
}
