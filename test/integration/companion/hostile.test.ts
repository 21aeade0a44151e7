import fc from "fast-check";
import { expect, it } from "vitest";
import { formOf } from "../../../scripts/practice/web-client.ts";
import { startBookable } from "../../fixtures/companion/bookable.ts";
import { onEveryDatabase } from "../../fixtures/companion/databases.ts";
import { workingHour } from "../../fixtures/companion/paired-salon.ts";
import { SERVICE, STAFF } from "../../fixtures/companion/profile.ts";

/** What people who look for holes type, besides what nobody would think of. */
const NASTY = [
  "'; DROP TABLE customer; --",
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "%2e%2e%2f",
  "\ud800",
  "𝕬".repeat(2_000),
  "9".repeat(400),
  "-1",
  "NaN",
  "2026-02-31",
  "9999-99-99",
  "+275760-09-13",
  "0001-01-01",
  "constructor",
  "__proto__",
  "[object Object]",
  "\r\nSet-Cookie: a=b",
  "//evil.example",
];
const value = fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 60 }));
const encoded = value.map((text) => encodeURIComponent(text.toWellFormed()));

onEveryDatabase("A stranger", (newDatabase) => {
  it(
    "whatever stands in an address or a form, it is a page, never a failure of ours",
    { timeout: 120_000 },
    async () => {
      const bookable = await startBookable(newDatabase());
      const { path, companion, db } = bookable;
      const mara = await bookable.customer("mara@mail.example");
      const address = fc
        .tuple(
          fc.constantFrom(
            (a: string, b: string) => `${path}?service=${a}&day=${b}`,
            (a: string, b: string) => `${path}?service=${SERVICE}&staff=${a}&day=${b}`,
            (a: string, b: string) => `${path}?service=${SERVICE}&moves=${a}&remark=${b}`,
            (a: string, b: string) => `${path}/book?hold=${a}&remark=${b}`,
            (a: string, b: string) => `/bookings/${a}/${b}`,
            (a: string, b: string) => `/bookings/${a}/change?next=${b}`,
            (a: string, b: string) => `/b/${a}?service=${b}`,
            (a: string, b: string) => `/sign-in?next=${a}&remark=${b}`,
            (a: string, b: string) => `/sign-in/trouble/${a}?provider=${b}`,
            (a: string, b: string) => `/language?to=${a}&next=${b}`,
            (a: string, b: string) => `/confirm?token=${a}&way=${b}`,
            (a: string, b: string) => `/reset/new?token=${a}&x=${b}`,
            (a: string, b: string) => `/auth/callback/google?state=${a}&code=${b}`,
            (a: string, b: string) => `/assets/accent/${a}?v=${b}`,
            (a: string, b: string) => `/facebook/data-deletion/${a}${b}`,
          ),
          encoded,
          encoded,
        )
        .map(([of, a, b]) => of(a, b));
      await fc.assert(
        fc.asyncProperty(address, async (target) => {
          const answer = await mara.ask(target);
          expect(answer.status, target).toBeLessThan(500);
          // Nobody is led to another site, and no header is written by a stranger.
          expect(answer.headers.get("location") ?? "/", target).toMatch(/^\/(?![/\\])/);
        }),
        { numRuns: 250 },
      );
      const times = await bookable.timesOn(
        mara,
        new Date(workingHour(10)).toISOString().slice(0, 10),
      );
      const form = formOf(times, `${path}/hold`);
      const field = fc.constantFrom("service", "staff", "moves", "start", "hold", "notes", "extra");
      await fc.assert(
        fc.asyncProperty(fc.dictionary(field, value, { minKeys: 1 }), async (fields) => {
          for (const action of ["hold", "book"]) {
            const sent = { ...form, staff: STAFF, ...fields };
            expect((await mara.post(`${path}/${action}`, sent)).status).toBeLessThan(500);
          }
        }),
        // An address may try to hold sixty times in a quarter of an hour.
        { numRuns: 50 },
      );
      expect(await db.selectFrom("booking_request").selectAll().execute()).toEqual([]);
      expect(companion.logLines.filter((line) => line.includes("request.failed"))).toEqual([]);
    },
  );
});
