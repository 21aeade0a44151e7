import { changePreferences } from "../store/catalogue.ts";
import { currentTime } from "../store/now.ts";
import { sayFailure } from "../ui/say-failure.ts";

/** Somebody looked at the sync now, or said that it has time: the next reminder comes in a week. */
export function rememberLook(): void {
  const syncLookedAt = new Date(currentTime()).toISOString();
  void changePreferences({ syncLookedAt }).catch(sayFailure);
}
