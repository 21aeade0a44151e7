import { words } from "../../words/i18n.ts";
import type { Formats } from "../../ui/formats.ts";
import type { Obstacle } from "../grid/conflicts.ts";

/** What stands in the way, as a sentence; read again when the language changes, because its callers are. */
export function obstacleWords(obstacle: Obstacle, formats: Formats): string {
  if (obstacle.is === "outsideHours") return words.t("schedule.drag.outsideHours");
  const until = formats.wall(obstacle.until);
  if (obstacle.is === "google") return words.t("schedule.drag.google", { until });
  const unnamed = obstacle.is === "booking" ? "schedule.walkInName" : "schedule.blockedTime";
  const label = obstacle.label === "" ? words.t(unnamed) : obstacle.label;
  return words.t(`schedule.drag.${obstacle.is}`, { label, until });
}
