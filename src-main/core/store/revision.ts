import { AppError } from "../../../src-shared/errors.ts";

/** A row as a caller saw it. */
export interface Seen {
  readonly id: string;
  readonly revision: number;
}

/** @throws AppError NOT_FOUND if there is no row; `what` names it for a person, such as "booking". */
export function mustExist<Row>(row: Row | undefined, what: string): Row {
  if (row === undefined) throw new AppError("NOT_FOUND", `There is no such ${what}.`);
  return row;
}

/** @throws AppError NOT_FOUND if there is no row, STALE if it was changed since it was seen */
export function mustBeCurrent<Row extends Seen>(
  row: Row | undefined,
  revision: number,
  what: string,
): Row {
  const found = mustExist(row, what);
  if (found.revision !== revision)
    throw new AppError("STALE", `The ${what} was changed meanwhile; look at it again.`);
  return found;
}
