import type { SetUpDraft } from "../../src-shared/bridge/contract/set-up.ts";

/**
 * Hands drafts to the desk, one at a time and always the newest: what is typed meanwhile goes with the next call.
 * A draft that can't be kept stays in the window, and the next one tries again.
 */
export function createDraftKeeper(
  send: (draft: SetUpDraft) => Promise<unknown>,
): (draft: SetUpDraft) => void {
  let newest: SetUpDraft | null = null;
  let sending = false;
  const work = async (): Promise<void> => {
    sending = true;
    while (newest !== null) {
      const draft: SetUpDraft = newest;
      newest = null;
      await send(draft).catch(() => undefined);
    }
    sending = false;
  };
  return (draft) => {
    newest = draft;
    if (!sending) void work();
  };
}
