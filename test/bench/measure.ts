/** One line of the report. */
export interface Result {
  readonly name: string;
  readonly value: string;
}

export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (low === undefined || high === undefined) throw new RangeError("There is nothing to measure.");
  return (low + high) / 2;
}

/** Milliseconds that `work` takes: the median of `runs`, after as many to warm up as a fifth of them. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  for (let i = 0; i < Math.ceil(runs / 5); i += 1) await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return medianOf(times);
}

export function inMs(ms: number): string {
  return `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`;
}
