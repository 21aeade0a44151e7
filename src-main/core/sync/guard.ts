/** More than this share and more than this number at once is unusual (sync-engine.md, What a failure means). */
export const GUARD_SHARE = 0.2;
export const GUARD_COUNT = 5;

/** Whether removing `remove` of `known` is so much that a person has to be asked first (S21). */
export function mustAsk(remove: number, known: number): boolean {
  return remove > GUARD_COUNT && remove > known * GUARD_SHARE;
}
