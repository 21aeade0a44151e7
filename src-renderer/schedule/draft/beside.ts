import type { Box, Size } from "../grid/box.ts";

interface Beside {
  readonly book: Box;
  readonly column: Box;
  readonly draft: Box;
  readonly form: Size;
}

const GAP = 12;
const MARGIN = 12;
/** Below the form there is room for the foot and for a message with its undo. */
const FOOT_ROOM = 96;
/** Below its top there is room for the list of customers, however short the form is. */
const LIST_ROOM = 440;

/**
 * Where a form goes so that it does not cover its draft: at the left of the column, else at its right, and as high
 * as the draft as far as the book allows. Pixels within the book.
 */
export function besideColumn({ book, column, draft, form }: Beside): { left: number; top: number } {
  const atLeft = column.left - book.left - GAP - form.width;
  const atRight = column.right - book.left + GAP;
  const most = book.right - book.left - form.width - MARGIN;
  const left = atLeft >= MARGIN ? atLeft : Math.min(atRight, most);
  const wanted = draft.top - book.top - form.height / 3;
  const lowest = book.bottom - book.top - FOOT_ROOM - Math.max(form.height, LIST_ROOM);
  return { left: Math.max(MARGIN, left), top: Math.max(MARGIN, Math.min(wanted, lowest)) };
}
