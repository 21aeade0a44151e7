import { describe, expect, it } from "vitest";
import { noticeWords } from "../../../src-main/electron/notice-words.ts";
import { createSpeech } from "../../../src-main/electron/say.ts";
import type { Notice } from "../../../src-main/core/ports.ts";

const booking = {
  start: "2026-11-20T14:15:00.000Z",
  service: "Cut",
  name: "",
  zone: "Europe/Berlin",
  locale: "en-GB",
  clock: "region",
} as const;
const opens = { is: "schedule" } as const;

describe("the words of a notice", () => {
  it.each<readonly [Omit<Notice, "opens">, string, string]>([
    [{ about: "booked", count: 1, booking }, "New online booking", "Fri 20 Nov, 15:15: Cut"],
    [
      { about: "cancelled", count: 1, booking: { ...booking, name: "Eva Berg" } },
      "A customer cancelled online",
      "Fri 20 Nov, 15:15: Cut, Eva Berg",
    ],
    [
      { about: "booked", count: 3, booking: null },
      "3 new online bookings",
      "See them in the schedule.",
    ],
    [
      { about: "signIn", count: 0, booking: null },
      "Google asks you to sign in again",
      "New bookings wait on this computer; nothing is lost.",
    ],
  ])("of %j", (notice, title, body) => {
    expect(
      noticeWords(
        { ...notice, opens },
        createSpeech(() => []),
      ),
    ).toEqual({ title, body });
  });

  it("are in the language of the shell", async () => {
    const speech = createSpeech(() => ["de-DE"]);
    await speech.follow("system");
    const told = noticeWords({ about: "booked", count: 2, booking: null, opens }, speech);
    expect(told.title).toBe("2 neue Online-Buchungen");
  });
});
