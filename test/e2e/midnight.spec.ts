import { onGrid } from "./support/book.ts";
import { expect, test } from "./support/test.ts";

test("after midnight the open schedule is that of the new day, and nothing calls it another (D1)", async ({
  window,
}) => {
  await expect(onGrid(window, /^Mara Vogt/)).toBeVisible();
  const day = window.getByRole("main").getByRole("heading", { level: 1 });
  await expect(day).toContainText("25 November");
  await window.clock.fastForward("16:00:00");
  await expect(day).toContainText("26 November");
  await expect(onGrid(window, /^Mara Vogt/)).toHaveCount(0);
  await expect(window.getByText(/^Not today/)).toHaveCount(0);
});
