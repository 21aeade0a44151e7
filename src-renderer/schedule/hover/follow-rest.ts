import { after } from "../../store/now.ts";

/** A pointer that rests so long on a booking asks about it; keys that lead over bookings may rest a little longer. */
const POINTER_RESTS_MS = 450;
const FOCUS_RESTS_MS = 800;
/** So long the way from a booking to its card may take. */
const GRACE_MS = 220;

const BOOKING = '.sheet [data-drag="booking"]';
const CARD = ".hover-card";

function within(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}

/**
 * Tells on which booking of the grid the pointer or the keyboard's focus rests, and when it no longer does. What is
 * shown stays while the pointer is on the booking or on its card, and goes with Escape, a press or a scroll.
 * @returns the function that ends the listening
 */
export function followRest(
  isWanted: (booking: HTMLElement) => boolean,
  onRest: (booking: HTMLElement | null) => void,
): () => void {
  let shown: HTMLElement | null = null;
  let awaited: HTMLElement | null = null;
  /** Was put away, or pressed; nothing more is shown of it until the pointer has left it. */
  let done: HTMLElement | null = null;
  let callOff = (): void => undefined;

  function stop(): void {
    callOff();
    callOff = () => undefined;
    awaited = null;
  }

  function hide(): void {
    stop();
    if (shown === null) return;
    shown = null;
    onRest(null);
  }

  function wait(booking: HTMLElement, ms: number): void {
    stop();
    awaited = booking;
    callOff = after(ms, () => {
      awaited = null;
      if (!booking.isConnected || !isWanted(booking)) return;
      shown = booking;
      onRest(booking);
    });
  }

  const onMove = (event: PointerEvent): void => {
    if (event.pointerType === "touch") return;
    if (event.buttons !== 0) return hide();
    const booking = within(event.target, BOOKING);
    if (booking !== done) done = null;
    if (shown !== null && (booking === shown || within(event.target, CARD) !== null)) return stop();
    if (booking !== null && booking !== done) {
      if (shown !== null) hide();
      return wait(booking, POINTER_RESTS_MS);
    }
    if (shown === null) return stop();
    if (awaited === shown) return undefined;
    stop();
    awaited = shown;
    callOff = after(GRACE_MS, hide);
    return undefined;
  };

  const onOut = (event: PointerEvent): void => {
    // Out of the window there is no element that it came to.
    if (event.relatedTarget === null && event.pointerType !== "touch") hide();
  };

  const onDown = (event: PointerEvent): void => {
    if (within(event.target, CARD) !== null) return;
    hide();
    done = within(event.target, BOOKING);
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || MODIFIERS.includes(event.key)) return;
    done = shown;
    if (event.key === "Escape" && shown !== null) {
      event.stopPropagation();
      event.preventDefault();
    }
    hide();
  };

  const onScroll = ({ target }: Event): void => {
    // The focus may have scrolled itself what it waits for into sight.
    const moves = (shown ?? awaited)?.matches(":focus") === true ? shown : (shown ?? awaited);
    if (target instanceof Node && moves !== null && target.contains(moves)) hide();
  };

  const onFocus = (event: FocusEvent): void => {
    const booking = within(event.target, BOOKING);
    hide();
    if (booking?.matches(":focus-visible") === true) wait(booking, FOCUS_RESTS_MS);
  };

  const listening = new AbortController();
  const options = { capture: true, passive: false, signal: listening.signal };
  document.addEventListener("pointermove", onMove, options);
  document.addEventListener("pointerout", onOut, options);
  document.addEventListener("pointerdown", onDown, options);
  document.addEventListener("focusin", onFocus, options);
  document.addEventListener("focusout", hide, options);
  document.addEventListener("scroll", onScroll, options);
  window.addEventListener("keydown", onKey, options);
  return () => {
    listening.abort();
    hide();
  };
}

const MODIFIERS: readonly string[] = ["Alt", "Control", "Meta", "Shift"];
