import type { Page } from "@playwright/test";
import { type CompanionSite, expect, test } from "./support/companion.ts";

const EMAIL = "mara@mail.example";
const PASSWORD = "three quiet brass bells";

async function signUp(page: Page, site: CompanionSite): Promise<void> {
  await page.goto(`${site.url}/sign-up`);
  await page.getByLabel("E-mail address").fill(EMAIL);
  await page.getByLabel("First name").fill("Mara");
  await page.getByLabel("Last name").fill("Lindqvist");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create the account" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await page.goto(await site.linkTo(EMAIL));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "Your profile" })).toBeVisible();
}

async function signInWithGoogle(page: Page, site: CompanionSite): Promise<void> {
  await page.goto(`${site.url}/sign-in?next=/profile`);
  await page.getByRole("button", { name: "Continue with Google" }).click();
  await page.getByRole("button", { name: /Mara Lindqvist/ }).click();
  await page.getByRole("button", { name: "Allow" }).click();
}

test("Google signs a customer in through its own pages, and the policy has nothing to object to", async ({
  page,
  site,
  trouble,
}) => {
  await signInWithGoogle(page, site);
  await expect(page.getByRole("heading", { name: "Your profile" })).toBeVisible();
  await expect(page.getByText("mara@google.example")).toBeVisible();
  expect(trouble).toEqual([]);
});

test("Facebook signs a customer in after the one mail", async ({ page, site, trouble }) => {
  await page.goto(`${site.url}/sign-in?next=/profile`);
  await page.getByRole("button", { name: "Continue with Facebook" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await page.goto(await site.linkTo("mara@facebook.example"));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("mara@facebook.example")).toBeVisible();
  expect(trouble).toEqual([]);
});

test("who refuses at Google comes to a page that says so and offers e-mail", async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/sign-in?next=/profile`);
  await page.getByRole("button", { name: "Continue with Google" }).click();
  await page.getByRole("button", { name: /Mara Lindqvist/ }).click();
  await page.getByRole("button", { name: "Deny" }).click();
  await expect(page.getByRole("heading", { name: "Signing in was cancelled" })).toBeVisible();
  await page.getByRole("link", { name: "Sign in with your e-mail address" }).click();
  await expect(page.getByLabel("E-mail address")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("signing up and signing in with Google work all the same", async ({ page, site }) => {
    await signUp(page, site);
    await page.goto(`${site.url}/profile`);
    await page.getByRole("button", { name: "Sign out" }).click();
    await signInWithGoogle(page, site);
    await expect(page.getByText("mara@google.example")).toBeVisible();
  });
});

test("a customer gets from sign-up to the profile by keyboard alone, at 320 pixels", async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const keyboard = page.keyboard;
  const type = async (label: string, text: string): Promise<void> => {
    for (let presses = 0; presses < 30; presses += 1) {
      await keyboard.press("Tab");
      const focused = page.getByLabel(label).and(page.locator(":focus"));
      if ((await focused.count()) === 1) break;
    }
    await keyboard.type(text);
  };
  await page.goto(`${site.url}/sign-up`);
  await keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await keyboard.press("Enter");
  await type("E-mail address", EMAIL);
  await type("First name", "Mara");
  await type("Password", PASSWORD);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await page.goto(`${await site.linkTo(EMAIL)}`);
  await page.getByRole("button", { name: "Confirm" }).focus();
  await keyboard.press("Enter");
  await expect(page.getByText(EMAIL)).toBeVisible();
});
