import type { Page } from "@playwright/test";

/** What has the focus, by the words that name it; empty between the last thing of the window and the first. */
export function focusedName(window: Page): Promise<string> {
  return window.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return "";
    return element.getAttribute("aria-label") ?? element.textContent;
  });
}

/** Tab until something has the focus, as a person without a mouse does. */
export async function tabTo(window: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await window.keyboard.press("Tab");
    if (name.test(await focusedName(window))) return;
  }
  throw new Error(`Tab never reached ${name.source}.`);
}
