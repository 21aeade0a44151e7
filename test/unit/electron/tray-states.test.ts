import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createSpeech } from "../../../src-main/electron/say.ts";
import { trayModel } from "../../../src-main/electron/tray-model.ts";
import type { SyncPresentation, SyncShape, SyncTone } from "../../../src-shared/sync-status.ts";

const RESOURCES = join(import.meta.dirname, "..", "..", "..", "resources");

/** Every state that can be shown, with its tone and shape; the types demand a new one here. */
const STATES: Readonly<Record<SyncPresentation["words"], readonly [SyncTone, SyncShape]>> = {
  upToDate: ["active", "active"],
  sending: ["active", "syncing"],
  syncing: ["active", "syncing"],
  firstSync: ["active", "syncing"],
  offline: ["active", "offline"],
  offlineWaiting: ["active", "offline"],
  retrying: ["active", "active"],
  stuck: ["error", "error"],
  limited: ["active", "active"],
  notTrusted: ["error", "error"],
  paused: ["active", "paused"],
  stale: ["error", "error"],
  needsAttention: ["active", "attention"],
  signIn: ["error", "error"],
  signInExpired: ["error", "error"],
  signInLost: ["error", "error"],
  clientRejected: ["error", "error"],
  keychainLocked: ["error", "error"],
  keychainSilent: ["error", "error"],
  permission: ["error", "error"],
  calendarGone: ["error", "error"],
  calendarReadOnly: ["error", "error"],
  accessBlocked: ["error", "error"],
  clockWrong: ["error", "error"],
  unexpected: ["error", "error"],
  decide: ["error", "attention"],
  connecting: ["disconnected", "disconnected"],
  choosingCalendar: ["disconnected", "disconnected"],
  notConnected: ["disconnected", "disconnected"],
};

function shownAs(words: SyncPresentation["words"]): SyncPresentation {
  const [tone, shape] = STATES[words];
  const at = "2026-11-19T08:59:00.000Z";
  const times = { asOf: at, lastCompleteAt: at, retryAt: at };
  return {
    tone,
    shape,
    words,
    fix: null,
    count: 3,
    waiting: 3,
    parked: 0,
    clockOffMs: 0,
    ...times,
  };
}

describe.each(["en", "de", "es"] as const)("the tray in %s", (language) => {
  const speech = createSpeech(() => [language]);
  beforeAll(async () => {
    await speech.follow(language);
  });

  it.each(Object.keys(STATES) as SyncPresentation["words"][])(
    "says %s in a tooltip that fits, with an icon that exists and a way to the window and out",
    (words) => {
      for (const platform of ["darwin", "win32", "linux"] as const) {
        const model = trayModel(
          {
            shown: shownAs(words),
            next: [],
            update: { is: "idle", checkedAt: null },
            time: () => "09:59",
            platform,
            darkBar: true,
          },
          speech.say,
        );
        expect(existsSync(join(RESOURCES, "tray", model.icon)), model.icon).toBe(true);
        // Windows cuts what is longer than 63 characters.
        const whole = speech.say(`sync.${words}`, { count: 3 });
        expect(model.tooltip).toBe(speech.say("host.tooltip", { state: whole }));
        // A word that is missing would show its key.
        expect(JSON.stringify(model)).not.toMatch(/"(?:host|sync)\.|\{\{/);
        const [first, state] = model.items;
        expect([first, model.items.at(-1)]).toMatchObject([
          { is: "action", action: "open" },
          { is: "action", action: "quit" },
        ]);
        expect(state).toMatchObject({ is: "line", label: expect.stringMatching(/\S/) as string });
      }
    },
  );
});
