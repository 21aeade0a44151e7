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

/** The value that so many of a hundred stay at or below. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)];
  if (value === undefined) throw new RangeError("There is nothing to measure.");
  return value;
}

/** Milliseconds that `work` takes, each of so many times, after a fifth of them to warm up. */
export async function timesOf(runs: number, work: () => unknown): Promise<number[]> {
  for (let i = 0; i < Math.ceil(runs / 5); i += 1) await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** The median of `timesOf`. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  return medianOf(await timesOf(runs, work));
}

export function inMs(ms: number): string {
  return `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`;
}
