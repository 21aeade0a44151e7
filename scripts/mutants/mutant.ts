/** One exact piece of a source file and what stands there in the broken engine. */
export interface Change {
  /** From the root of the project. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** The engine broken on purpose in one way, and the tests that have to notice. */
export interface Mutant {
  readonly name: string;
  /** What is wrong with it, in words. */
  readonly breaks: string;
  readonly changes: readonly Change[];
  /** Files below `test/` with the named scenarios; what they miss has to get past the property test. */
  readonly tests: readonly string[];
}

/**
 * The source with the change made.
 * @throws Error if the piece does not stand there exactly once: then the mutant is out of date and proves nothing
 */
export function mutated(source: string, { file, find, replace }: Change): string {
  const pieces = source.split(find);
  if (pieces.length !== 2)
    throw new Error(`"${find}" stands ${pieces.length - 1} times in ${file} instead of once.`);
  return pieces.join(replace);
}
