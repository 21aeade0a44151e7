import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { mailHtml } from "../../src-companion/mail/template.ts";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const NAME = "Haarschneidewerkstatt Brandenburg-Schönhausen & Töchter GbR";

/** The longest that a mail has to say, in the language with the longest words. */
const CONTENT = {
  language: "de",
  subject: `Gebucht bei ${NAME}`,
  sender: NAME,
  heading: "Ihre Buchung ist bestätigt",
  lead: `${NAME} erwartet Sie. Die Kalenderdatei liegt bei.`,
  card: [
    "Donnerstag, 3. Dezember 2026 um 11:00–11:45 (Europe/Berlin)",
    "Ganzkörperentspannungsbehandlungsverlängerung bei Maximiliane-Theodora",
    "Bürgermeister-Müller-Straße 112, Hinterhaus links, 10115 Berlin",
  ],
  button: { label: "Zeit ändern", url: "https://book.example/bookings/1/change" },
  link: { label: "Buchung absagen", url: "https://book.example/bookings/1/cancel" },
  note: "Beides geht bis Mi., 2. Dez., 11:00.",
  reason: "Nicht Ihre Buchung? Dann hat sich jemand bei der Adresse vertippt.",
  signature: `Gesendet von Bellhop für ${NAME}.`,
} as const;

for (const accent of [null, "#ffd400"])
  test(`a mail can be read on a phone and beside other mails, with ${accent ?? "the ink of the house"}`, async ({
    page,
  }) => {
    for (const width of [320, 390, 700]) {
      await page.setViewportSize({ width, height: 800 });
      await page.setContent(await mailHtml({ ...CONTENT, accent }));
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, `at ${width}`).toBe(0);
      const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join()}`),
      ).toEqual([]);
    }
  });
