const LOOK_EVERY_MS = 20;
const LIMIT_MS = 15_000;

/**
 * Waits until `look` has something to show, and resolves with it.
 * @throws Error that says what did not come in `limitMs`
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  limitMs = LIMIT_MS,
): Promise<T> {
  const deadline = performance.now() + limitMs;
  while (performance.now() < deadline) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`${what} did not come in ${limitMs / 1_000} seconds.`);
}
