import type { ScheduledBooking } from "../../../src-shared/domain/booking.ts";
import type { Axis } from "../grid/axis.ts";
import { type Place, placeDrawn, placeMoved, placeResized, samePlace } from "../grid/gestures.ts";
import { type ColumnEdge, type ColumnName, type Hit, hitTest } from "../grid/hit.ts";
import type { PlacedStanding } from "../grid/standing.ts";
import { snapDown } from "../grid/axis.ts";
import { heldAt, NO_DRAG, useDrag } from "./drag-store.ts";
import { longPress } from "./long-press.ts";

/** A press becomes a drag after so many pixels, so that a shaking hand still clicks. */
const THRESHOLD_PX = 4;
/** Within so many pixels of the edge the grid scrolls by itself. */
const EDGE_PX = 32;
const SCROLL_PX = 12;
/** With Shift held: finer steps, in minutes. */
const FINE_STEP = 5;

/** What the pointer needs to know of the grid, as it is drawn now. */
export interface GridScene {
  readonly axis: Axis;
  readonly step: number;
  /** What of a column can be dragged, by its name. */
  readonly movable: (key: string, column: ColumnName) => PlacedStanding | undefined;
  /** Length of the box that shows where a click would book, in minutes. */
  readonly usualLength: (staffId: string) => number;
  /** What was picked up: then a press places it, on whatever lies there. */
  readonly held: () => ScheduledBooking | null;
}

export interface GridEvents {
  /** @param seen whether what lies there was shown before: a finger hovers over nothing */
  readonly onSlot: (column: ColumnName, minute: number, seen: boolean) => void;
  readonly onDrawn: (place: Place) => void;
  readonly onMoved: (taken: Taken, place: Place) => void;
  /** A finger took it and was lifted at once: it is carried on without one. */
  readonly onTaken: (booking: ScheduledBooking) => void;
  readonly onResized: (taken: Taken, place: Place) => void;
}

/** What was taken, and in which column. */
export interface Taken {
  readonly placed: PlacedStanding;
  readonly column: ColumnName;
}

type Grip =
  | { readonly is: "slot"; readonly began: Hit }
  | (Taken & { readonly is: "move" | "resize"; readonly grabbed: number });

interface Press {
  readonly grip: Grip;
  readonly x: number;
  readonly y: number;
  dragging: boolean;
  last: { x: number; y: number; fine: boolean };
}

interface Elements {
  /** Scrolls. */
  readonly scroller: HTMLElement;
  /** As tall as the axis; its columns carry `data-staff` and `data-date`. */
  readonly sheet: HTMLElement;
}

function edgesOf(sheet: HTMLElement): readonly ColumnEdge[] {
  return [...sheet.querySelectorAll<HTMLElement>("[data-staff]")].map((column) => {
    const { left, right } = column.getBoundingClientRect();
    const { staff: staffId = "", date = "" } = column.dataset;
    return { staffId, date, left, right };
  });
}

/** What is in sight of the columns: below the heads and beside the hours, at whichever side those stand. */
function bookableIn(scroller: HTMLElement, sheet: HTMLElement) {
  const { left, right, top, bottom } = scroller.getBoundingClientRect();
  const hours = sheet.querySelector(".hours")?.getBoundingClientRect();
  const atLeft = hours !== undefined && hours.left <= left;
  return {
    left: atLeft ? hours.right : left,
    right: hours === undefined || atLeft ? right : hours.left,
    top: top + sheet.offsetTop,
    bottom,
  };
}

/**
 * Turns pointer events on the grid into bookings' gestures. The drag lives outside React: only the place that the
 * grid's steps lead to goes to the store.
 * @returns the function that ends the listening
 */
export function followPointer(
  { scroller, sheet }: Elements,
  scene: () => GridScene,
  events: () => GridEvents,
): () => void {
  let press: Press | null = null;
  let frame = 0;
  const finger = longPress((event) => {
    begin(event);
    track();
  });

  const hitAt = (x: number, y: number): Hit | null =>
    hitTest(x, y - sheet.getBoundingClientRect().top, edgesOf(sheet), scene().axis);

  function gripAt(target: Element, hit: Hit): Grip | null {
    const grabbed = target.closest<HTMLElement>("[data-drag]");
    if (grabbed === null || scene().held() !== null) return { is: "slot", began: hit };
    const owner = target.closest<HTMLElement>("[data-id]")?.dataset["id"] ?? "";
    const placed = scene().movable(owner, hit);
    if (placed === undefined) return null;
    const is = grabbed.dataset["drag"] === "edge" ? "resize" : "move";
    return { is, placed, column: hit, grabbed: hit.minute - placed.from };
  }

  function placeOf(grip: Grip, hit: Hit, fine: boolean): Place {
    const { axis, step } = scene();
    const steps = fine ? FINE_STEP : step;
    if (grip.is === "slot") return placeDrawn(grip.began, hit, steps, axis);
    if (grip.is === "move") return placeMoved(grip.placed, hit, grip.grabbed, steps, axis);
    return placeResized(grip.placed, grip.column, hit, steps, axis);
  }

  function show(grip: Grip, place: Place): void {
    const { drag } = useDrag.getState();
    if (drag.is !== "none" && drag.is !== "hover" && samePlace(drag.place, place)) return;
    if (grip.is === "slot") useDrag.setState({ drag: { is: "draw", place } });
    else {
      const { is, placed, column } = grip;
      useDrag.setState({ drag: { is, what: placed.what, from: column.staffId, place } });
    }
  }

  function hover(target: Element, x: number, y: number): void {
    const free = target.closest("[data-drag], .gg, .head, .bands") === null;
    const hit = free ? hitAt(x, y) : null;
    const { drag } = useDrag.getState();
    if (hit === null) return drag.is === "none" ? undefined : useDrag.setState({ drag: NO_DRAG });
    const from = snapDown(hit.minute, scene().step);
    const { staffId, date } = hit;
    const place = { staffId, date, from, to: from + scene().usualLength(staffId) };
    if ("place" in drag && samePlace(drag.place, place)) return;
    const booking = scene().held();
    useDrag.setState({
      drag: booking === null ? { is: "hover", place } : heldAt(booking, place),
    });
  }

  function track(): void {
    if (press === null || !press.dragging) return;
    const hit = hitAt(press.last.x, press.last.y);
    if (hit !== null) show(press.grip, placeOf(press.grip, hit, press.last.fine));
  }

  function scrollAtEdge(): void {
    if (press === null || !press.dragging) return;
    const { left, right, top, bottom } = bookableIn(scroller, sheet);
    const { x, y } = press.last;
    const pull = (at: number, low: number, high: number): number =>
      at < low + EDGE_PX ? -SCROLL_PX : at > high - EDGE_PX ? SCROLL_PX : 0;
    scroller.scrollBy(pull(x, left, right), pull(y, top, bottom));
    track();
    frame = requestAnimationFrame(scrollAtEdge);
  }

  function begin(event: PointerEvent): void {
    if (press === null) return;
    press.dragging = true;
    sheet.setPointerCapture(event.pointerId);
    sheet.classList.add("dragging");
    frame = requestAnimationFrame(scrollAtEdge);
  }

  function end(): void {
    cancelAnimationFrame(frame);
    finger.end();
    sheet.classList.remove("dragging");
    press = null;
    useDrag.setState({ drag: NO_DRAG });
  }

  function drop(grip: Grip, place: Place): void {
    if (grip.is === "slot") events().onDrawn(place);
    else if (grip.is === "move") events().onMoved(grip, place);
    else events().onResized(grip, place);
  }

  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary || !(event.target instanceof Element)) return;
    const hit = hitAt(event.clientX, event.clientY);
    const grip = hit === null ? null : gripAt(event.target, hit);
    if (grip === null) return;
    const at = { x: event.clientX, y: event.clientY };
    press = { grip, ...at, dragging: false, last: { ...at, fine: event.shiftKey } };
    if (event.pointerType === "touch" && scene().held() === null) finger.begin(event);
  };

  const onMove = (event: PointerEvent): void => {
    if (press === null) {
      if (event.pointerType === "mouse" && event.target instanceof Element)
        hover(event.target, event.clientX, event.clientY);
      return;
    }
    press.last = { x: event.clientX, y: event.clientY, fine: event.shiftKey };
    const far = Math.hypot(event.clientX - press.x, event.clientY - press.y) >= THRESHOLD_PX;
    // A finger scrolls; it taps a slot or opens a booking, and moves it in the form.
    if (event.pointerType === "touch") finger.follow(event);
    // A finger scrolls, but on a handle, where the browser leaves it to us; resting it takes what lies below.
    const carries =
      scene().held() === null && (event.pointerType !== "touch" || press.grip.is === "resize");
    if (!press.dragging && far && carries) begin(event);
    track();
  };

  const onUp = (event: PointerEvent): void => {
    if (press === null) return;
    const { grip, dragging } = press;
    const { drag } = useDrag.getState();
    const place = drag.is === "none" || drag.is === "hover" ? null : drag.place;
    const moved = Math.hypot(event.clientX - press.x, event.clientY - press.y) >= THRESHOLD_PX;
    end();
    const rested = dragging && !moved && event.pointerType === "touch";
    if (rested && grip.is === "move" && grip.placed.what.is === "booking")
      events().onTaken(grip.placed.what.booking);
    else if (dragging && place !== null) drop(grip, place);
    else if (grip.is === "slot" && !moved) {
      const seen = event.pointerType !== "touch";
      events().onSlot(grip.began, snapDown(grip.began.minute, scene().step), seen);
    }
  };

  const onLeave = (): void => {
    if (press === null) useDrag.setState({ drag: NO_DRAG });
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || press === null || !press.dragging) return;
    event.stopPropagation();
    event.preventDefault();
    end();
  };

  // The browser scrolls unless the first move of a finger is kept from it.
  const onTouch = (event: TouchEvent): void => {
    if (press?.dragging === true) event.preventDefault();
  };

  // A long press would open the browser's menu.
  const onMenu = (event: Event): void => {
    if (press !== null) event.preventDefault();
  };

  sheet.addEventListener("touchmove", onTouch, { passive: false });
  sheet.addEventListener("contextmenu", onMenu);
  sheet.addEventListener("pointerdown", onDown);
  sheet.addEventListener("pointermove", onMove);
  sheet.addEventListener("pointerup", onUp);
  sheet.addEventListener("pointercancel", end);
  sheet.addEventListener("pointerleave", onLeave);
  window.addEventListener("keydown", onKey, true);
  return () => {
    end();
    sheet.removeEventListener("touchmove", onTouch);
    sheet.removeEventListener("contextmenu", onMenu);
    sheet.removeEventListener("pointerdown", onDown);
    sheet.removeEventListener("pointermove", onMove);
    sheet.removeEventListener("pointerup", onUp);
    sheet.removeEventListener("pointercancel", end);
    sheet.removeEventListener("pointerleave", onLeave);
    window.removeEventListener("keydown", onKey, true);
  };
}
