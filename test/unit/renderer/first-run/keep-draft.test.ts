import { expect, test } from "vitest";
import type { SetUpDraft } from "../../../../src-shared/bridge/contract/set-up.ts";
import { createDraftKeeper } from "../../../../src-renderer/first-run/keep-draft.ts";

const typed = (name: string): SetUpDraft => ({ name }) as SetUpDraft;

test("one draft is on its way at a time, then the newest follows, after a failure too", async () => {
  const sent: string[] = [];
  const answers: { resolve: () => void; reject: () => void }[] = [];
  const keep = createDraftKeeper(({ name }) => {
    sent.push(name);
    return new Promise<void>((resolve, reject) => answers.push({ resolve, reject }));
  });
  for (const name of ["A", "At", "Ate"]) keep(typed(name));
  expect(sent).toEqual(["A"]);
  answers[0]?.reject();
  await expect.poll(() => sent).toEqual(["A", "Ate"]);
  answers[1]?.resolve();
  await Promise.resolve();
  await expect
    .poll(() => {
      keep(typed("Atel"));
      return sent.includes("Atel");
    })
    .toBe(true);
});
