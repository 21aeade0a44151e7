import { describe, expect, test } from "vitest";
import { createAsker } from "../../../../src-renderer/store/use-asked.ts";

/** A question that is answered by hand. */
function byHand() {
  const asked: { answer: (value: string) => void; fail: (error: Error) => void }[] = [];
  const told: string[] = [];
  const put: (() => void)[] = [];
  const asker = createAsker(
    () =>
      new Promise<string>((answer, fail) => {
        asked.push({ answer, fail });
      }),
    (value) => told.push(value),
    (failure) => told.push(failure.code),
    (run) => put.push(run),
  );
  /** Lets the while pass that lies between two questions. */
  const aWhileLater = (): void => put.splice(0).forEach((run) => run());
  return { asker, asked, told, aWhileLater };
}

async function settled(): Promise<void> {
  await Promise.resolve();
  await Promise.resolve();
}

describe("asking the desk again and again", () => {
  test("any number of wishes during an answer make one more question, a while after it", async () => {
    const { asker, asked, told, aWhileLater } = byHand();
    asker.ask();
    asker.ask();
    asker.ask();
    expect(asked).toHaveLength(1);
    asked[0]?.answer("first");
    await settled();
    asker.ask();
    expect(asked).toHaveLength(1);
    aWhileLater();
    expect(asked).toHaveLength(2);
    asked[1]?.answer("second");
    await settled();
    expect(asked).toHaveLength(2);
    expect(told).toEqual(["first", "second"]);
  });

  test("a failure is told with a code, and the next question is asked all the same", async () => {
    const { asker, asked, told, aWhileLater } = byHand();
    asker.ask();
    asker.ask();
    asked[0]?.fail(new Error("gone"));
    await settled();
    aWhileLater();
    asked[1]?.answer("back");
    await settled();
    expect(told).toEqual(["INTERNAL", "back"]);
  });

  test("an answer that comes after the screen was left is dropped", async () => {
    const { asker, asked, told, aWhileLater } = byHand();
    asker.ask();
    asker.ask();
    asker.end();
    asked[0]?.answer("late");
    await settled();
    aWhileLater();
    asker.ask();
    expect(asked).toHaveLength(1);
    expect(told).toEqual([]);
  });
});
