import { expect, it } from "vitest";
import { PASSWORD, signUp, whoIs } from "../../../fixtures/companion/accounts.ts";
import { formOf, textOf } from "../../../../scripts/practice/web-client.ts";
import { BASE_URL, startCompanion, startProviders } from "../../../fixtures/companion/companion.ts";
import { onEveryDatabase } from "../../../fixtures/companion/databases.ts";

/** Every route of the account pages that changes something. */
const CHANGING = [
  "/sign-in/email",
  "/sign-in/password",
  "/sign-in/google",
  "/sign-in/facebook",
  "/sign-out",
  "/sign-up",
  "/confirm",
  "/reset",
  "/reset/new",
  "/profile/details",
  "/profile/photo",
  "/profile/link/google",
  "/profile/link/facebook",
  "/profile/unlink",
  "/profile/password",
  "/profile/delete",
] as const;

onEveryDatabase("Forms", (newDatabase) => {
  it("refuses every form that another site sends, with the customer's own cookies", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signUp(companion, client, "mara@mail.example");
    const { _token = "" } = formOf(await client.go("/profile"), "/sign-out");
    const foreign = [
      { origin: "https://evil.example" },
      { origin: "null", "sec-fetch-site": "cross-site" },
      { origin: "http://book.example" },
      { origin: "https://book.example.evil.example" },
    ];
    for (const action of CHANGING)
      for (const headers of foreign) {
        const answer = await client.post(action, { _token, password: PASSWORD }, headers);
        expect(answer.status, `${action} ${headers.origin}`).toBe(403);
      }
    expect(await whoIs(client)).toBe("mara@mail.example");
  });

  it("refuses every form without the token, or with another browser's", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signUp(companion, client, "mara@mail.example");
    const stranger = formOf(await companion.browser().go("/sign-in"), "/sign-in/email");
    for (const action of CHANGING)
      for (const fields of [{}, { _token: "" }, { _token: stranger["_token"] ?? "" }]) {
        const answer = await client.post(action, fields);
        expect(answer.status, action).toBe(403);
      }
    expect(await whoIs(client)).toBe("mara@mail.example");
  });

  it("takes forms only, so that no other kind of request can be smuggled past the browser's rules", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    const { _token = "" } = formOf(await client.go("/sign-in"), "/sign-in/email");
    for (const type of ["text/plain", "application/json", "multipart/form-data; boundary=x"]) {
      const answer = await client.ask("/reset", {
        method: "POST",
        body: `_token=${_token}&email=mara@mail.example`,
        headers: { origin: BASE_URL, "content-type": type },
      });
      expect(answer.status, type).toBe(403);
    }
    expect(await companion.mailsTo("mara@mail.example")).toEqual([]);
  });

  it("explains to a browser without cookies what is missing", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser({ cookies: false });
    const page = await client.go("/sign-in");
    const refused = await client.submit(page, "/sign-in/email", { email: "mara@mail.example" });
    expect(refused.status).toBe(403);
    expect(textOf(refused)).toContain("Your browser blocks cookies");
  });

  it("refuses oversized forms without reading them to the end", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    const page = await client.go("/sign-up");
    const answer = await client.post("/sign-up", {
      ...formOf(page, "/sign-up"),
      firstName: "x".repeat(100_000),
    });
    expect(answer.status).toBe(413);
  });

  it("says what is wrong with each field and keeps what was typed, except the password", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    const fields = { email: "no address", password: "short", firstName: "", lastName: "Lindqvist" };
    const page = await client.submit(await client.go("/sign-up"), "/sign-up", fields);
    expect(page.status).toBe(422);
    const text = textOf(page);
    expect(text).toContain("This does not look like an e-mail address.");
    expect(text).toContain("Please use 10 characters or more.");
    expect(text).toContain("Please fill this in.");
    expect(page.html).toContain('value="no address"');
    expect(page.html).not.toContain("short");
  });

  it("shows what was typed as text, never as a page", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    const evil = `"><script>alert(1)</script>`;
    const fields = { email: evil, firstName: evil, lastName: evil, password: "x" };
    const page = await client.submit(await client.go("/sign-up"), "/sign-up", fields);
    expect(page.html).not.toContain("<script>alert");
  });

  it("protects its cookies and pages by headers", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    const first = await client.ask("/sign-in");
    expect(first.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-bellhop-browser=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    const policy = first.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect(first.headers.get("strict-transport-security")).toMatch(/^max-age=\d+/);
    await signUp(companion, client, "mara@mail.example");
    expect([...client.jar.keys()].toSorted()).toEqual([
      "__Host-bellhop-browser",
      "__Host-bellhop.session_token",
    ]);
  });

  it("sets session cookies that scripts, other sites and plain http never see", async () => {
    const companion = await startCompanion(newDatabase());
    const client = companion.browser();
    await signUp(companion, client, "mara@mail.example");
    const page = await client.go("/sign-in?remark=again");
    const step = await client.submit(page, "/sign-in/email", { email: "mara@mail.example" });
    const fields = { ...formOf(step, "/sign-in/password"), password: PASSWORD };
    const answer = await client.post("/sign-in/password", fields);
    const cookie = answer.headers.getSetCookie().find((one) => one.includes("session_token"));
    for (const part of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"])
      expect(cookie).toContain(part);
    expect(cookie).not.toContain("Domain");
  });

  it("has no inline script, style or handler on any page", async () => {
    const { env } = await startProviders();
    const companion = await startCompanion(newDatabase(), env);
    const client = companion.browser();
    await signUp(companion, client, "mara@mail.example");
    const visitor = companion.browser();
    const pages = [
      await client.go("/profile"),
      await client.go("/profile/password"),
      await client.go("/profile/delete"),
      await visitor.go("/"),
      await visitor.go("/privacy"),
      await visitor.go("/sign-in"),
      await visitor.go("/sign-in/trouble"),
      await visitor.go("/sign-in/trouble/down?provider=google"),
      await visitor.go("/sign-up"),
      await visitor.go("/reset"),
      await visitor.go("/nowhere"),
    ];
    for (const { html, url } of pages) {
      expect(html, url).not.toMatch(/<script(?![^>]*\ssrc=)/);
      expect(html, url).not.toMatch(/\s(?:style|on\w+)="/);
      expect(html, url).not.toContain("<style");
    }
  });
});
