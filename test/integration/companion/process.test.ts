import { expect, it } from "vitest";
import { startCompanionProcess } from "../../fixtures/companion/process.ts";

it("starts without any setting, says that it lives and is ready, and ends on SIGTERM", async () => {
  const running = startCompanionProcess({});
  const { port } = await running.event("companion.started");
  for (const check of ["healthz", "readyz"]) {
    const response = await fetch(`http://127.0.0.1:${port}/${check}`);
    expect([response.status, await response.json()], check).toEqual([200, { ok: true }]);
  }
  const page = await fetch(`http://127.0.0.1:${port}/sign-in`);
  expect(page.status).toBe(200);
  expect(page.headers.getSetCookie()[0]).toMatch(/^bellhop-browser=[\w-]{43};(?!.*Secure)/);
  running.child.kill("SIGTERM");
  expect(await running.ended).toBe(0);
  expect(running.lines.at(-1)?.event).toBe("companion.stopped");
});

it("refuses to start with a setting that is wrong, and says which", async () => {
  const running = startCompanionProcess({
    COMPANION_URL: "http://book.example",
    FACEBOOK_APP_ID: "1",
  });
  expect(await running.ended).toBe(1);
  expect(running.errors()).toContain("COMPANION_URL must be https");
  expect(running.lines).toEqual([]);
});
