import type { Box, Size } from "../grid/box.ts";

interface Beside {
  readonly book: Box;
  readonly cell: Box;
  readonly card: Size;
}

const GAP = 6;
const MARGIN = 8;
/** The foot stays readable below it. */
const FOOT_ROOM = 48;

/**
 * Where a card stands so that it does not cover the booking it is about: at its right, else at its left, and as high
 * as the booking as far as the book allows; in a narrow book below it or above. Pixels within the book.
 */
export function besideCell({ book, cell, card }: Beside): { left: number; top: number } {
  const width = book.right - book.left;
  const height = book.bottom - book.top;
  const atRight = cell.right - book.left + GAP;
  const atLeft = cell.left - book.left - GAP - card.width;
  const lowest = height - FOOT_ROOM - card.height;
  const below = cell.bottom - book.top + GAP;
  const above = cell.top - book.top - GAP - card.height;
  const fitsRight = atRight + card.width + MARGIN <= width;
  if (fitsRight || atLeft >= MARGIN)
    return {
      left: fitsRight ? atRight : atLeft,
      top: Math.max(MARGIN, Math.min(cell.top - book.top, lowest)),
    };
  return {
    left: Math.max(MARGIN, Math.min(cell.left - book.left, width - card.width - MARGIN)),
    top: below <= lowest ? below : Math.max(MARGIN, above),
  };
}
