interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Beside {
  readonly book: Box;
  readonly cell: Box;
  readonly card: { readonly width: number; readonly height: number };
}

const GAP = 6;
const MARGIN = 8;
/** The foot stays readable below it. */
const FOOT_ROOM = 48;

/**
 * Where a card stands so that it does not cover the booking it is about: at its right, else at its left, and as high
 * as the booking as far as the book allows. Pixels within the book.
 */
export function besideCell({ book, cell, card }: Beside): { left: number; top: number } {
  const atRight = cell.right - book.left + GAP;
  const atLeft = cell.left - book.left - GAP - card.width;
  const fits = atRight + card.width + MARGIN <= book.right - book.left;
  const lowest = book.bottom - book.top - FOOT_ROOM - card.height;
  return {
    left: fits ? atRight : Math.max(MARGIN, atLeft),
    top: Math.max(MARGIN, Math.min(cell.top - book.top, lowest)),
  };
}
