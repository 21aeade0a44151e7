import { expect, it } from "vitest";
import { formToken } from "../../../src-companion/http/browser.ts";
import { startBookable } from "../../fixtures/companion/bookable.ts";
import { textOf } from "../../../scripts/practice/web-client.ts";
import { onEveryDatabase } from "../../fixtures/companion/databases.ts";

import { workingHour } from "../../fixtures/companion/paired-salon.ts";
import { PROFILE, SERVICE, STAFF } from "../../fixtures/companion/profile.ts";

const ZERO = "a\u0000b";
const ID = "0198c0de-0000-7000-8000-000000000011";
const TEN = workingHour(10);
const DAY = new Date(TEN).toISOString().slice(0, 10);

/** Every field of every form, as its page would send it. */
const FORMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "/sign-in/email": { email: "a@mail.example", next: "/" },
  "/sign-in/password": { email: "a@mail.example", password: "three quiet bells", next: "/" },
  "/sign-in/google": { next: "/" },
  "/sign-in/facebook": { next: "/" },
  "/sign-up": {
    email: "a@mail.example",
    password: "three quiet brass bells",
    firstName: "Mara",
    lastName: "Lindqvist",
    next: "/",
  },
  "/confirm": { token: "t".repeat(43), password: "three quiet brass bells" },
  "/reset": { email: "a@mail.example" },
  "/reset/new": { token: "t".repeat(43), password: "three quiet brass bells" },
  "/pair": { code: "BBBBBBBB" },
  "/pair/confirm": { code: "BBBBBBBB" },
  "/profile/details": { firstName: "Mara", lastName: "Lindqvist", language: "en" },
  "/profile/photo": {},
  "/profile/link/google": { next: "/" },
  "/profile/unlink": { method: ID },
  "/profile/password": { current: "three quiet brass bells", password: "four quiet brass bells" },
  "/b/atelier-nord/hold": { service: SERVICE, staff: STAFF, moves: ID, start: String(TEN) },
  "/b/atelier-nord/book": { hold: ID, notes: "" },
  [`/bookings/${ID}/cancel`]: {},
  "/sign-out": {},
};

const ADDRESSES = [
  "/b/x%00",
  "/b/atelier-nord?service=%00&staff=%00&day=%00",
  "/b/atelier-nord?moves=%00",
  "/b/atelier-nord/book?hold=%00",
  "/bookings/%00",
  "/confirm?token=%00",
  "/reset/new?token=%00",
  "/sign-in?next=%00",
  "/auth/callback/google?state=%00&code=%00",
  "/facebook/data-deletion/%00",
  "/language?to=%00",
];

async function salon(databaseUrl: string | null) {
  const bookable = await startBookable(databaseUrl);
  const client = await bookable.customer("mara@mail.example");
  const browser = client.jar.get("__Host-bellhop-browser") ?? "";
  const _token = formToken(bookable.companion.companion.secret, browser);
  const failed = () =>
    bookable.companion.logLines.filter((line) => line.includes("request.failed"));
  return { ...bookable, client, _token, failed };
}

onEveryDatabase("A zero byte", (newDatabase) => {
  it("in any field of any form, and in any address, breaks nothing", async () => {
    const { client, companion, _token, failed } = await salon(newDatabase());
    const posts = companion.app.routes
      .filter(({ method, path }) => method === "POST" && !path.startsWith("/api/"))
      .map(({ path }) => path.replace(":slug", "atelier-nord").replace(":id", ID))
      .map((path) => path.replace(/:provider\{[^}]*\}/, "google"));
    // Facebook's and Google's own calls are signed; deleting the account has no field.
    const others = /^\/(?:facebook|hooks)\/|^\/profile\/delete$/;
    for (const path of posts.filter((one) => !others.test(one)))
      expect(Object.keys(FORMS), "a form that is not tried here").toContain(path);
    for (const [path, fields] of Object.entries(FORMS))
      for (const name of Object.keys(fields)) {
        const response = await client.post(path, { ...fields, [name]: ZERO, _token });
        expect(response.status, `${name} of ${path}`).toBeLessThan(500);
      }
    for (const address of ADDRESSES)
      expect((await client.ask(address)).status, address).toBeLessThan(500);
    expect(failed()).toEqual([]);
  });

  it("in what a customer types is said at the field, and nothing is kept", async () => {
    const { client, companion, db, path, timesOn } = await salon(newDatabase());
    const sentence = "This has a character that cannot be kept.";
    const profile = await client.go("/profile");
    for (const field of ["firstName", "lastName"]) {
      const page = await client.submit(profile, "/profile/details", { [field]: ZERO });
      expect(page.status).toBe(422);
      expect(page.html).toMatch(new RegExp(`id="${field}-wrong"[^>]*>\\s*${sentence}`));
    }
    const newcomer = companion.browser();
    for (const [field, said] of [
      ["firstName", sentence],
      ["lastName", sentence],
      ["password", sentence],
      ["email", "This does not look like an e-mail address."],
    ] as const) {
      const page = await newcomer.submit(await newcomer.go("/sign-up"), "/sign-up", {
        ...FORMS["/sign-up"],
        [field]: `three quiet brass${ZERO}bells`,
      });
      expect(page.status, field).toBe(422);
      expect(page.html, field).toMatch(new RegExp(`id="${field}-wrong"[^>]*>\\s*${said}`));
    }
    const start = String(TEN);
    const check = await client.submit(await timesOn(client, DAY), `${path}/hold`, { start });
    const refused = await client.submit(check, `${path}/book`, { notes: ZERO });
    expect([refused.status, textOf(refused)]).toEqual([422, expect.stringContaining(sentence)]);
    expect(refused.html).toContain('aria-describedby="notes-wrong"');
    const long = await client.submit(check, `${path}/book`, { notes: "x".repeat(501) });
    expect([long.status, textOf(long)]).toEqual([422, expect.stringContaining("too long")]);
    expect(await db.selectFrom("booking_request").selectAll().execute()).toEqual([]);
    expect((await client.submit(refused, `${path}/book`, { notes: "x" })).url).toMatch(/bookings/);
    expect(await db.selectFrom("customer").select("first_name").execute()).not.toContainEqual({
      first_name: ZERO,
    });
  });

  it("in what a desk says is refused, with the place that it is at", async () => {
    const { desk, db } = await salon(newDatabase());
    const profile = { ...PROFILE, staff: [{ id: STAFF, name: ZERO, hours: null }] };
    const said = {
      error: { code: "BAD_INPUT", message: expect.stringContaining("profile.staff.0.name") },
    };
    expect(await desk.call("PUT", "/profile", { version: 9, profile })).toMatchObject({
      status: 400,
      body: said,
    });
    const answers = [{ is: "declined", requestId: ID, sequence: 0, reason: ZERO }];
    const channel = { id: ZERO, token: "t".repeat(43), expiresAt: "2027-01-01T00:00:00.000Z" };
    for (const [method, path, body] of [
      ["POST", "/answers", { answers }],
      ["PUT", "/push-channels", channel],
      ["PUT", "/push-channels", { ...channel, id: "channel-1", token: ZERO }],
      ["PUT", "/pairing", { code: "BBBBBBBB", businessId: ID, businessName: ZERO }],
      ["DELETE", "/push-channels/%00", undefined],
      ["GET", "/changes?after=%00", undefined],
    ] as const) {
      const answer = await desk.call(method, path, body);
      expect(answer, path).toMatchObject({ status: 400, body: { error: { code: "BAD_INPUT" } } });
    }
    expect(await db.selectFrom("staff").select("name").execute()).toEqual([{ name: "Anna" }]);
  });
});
