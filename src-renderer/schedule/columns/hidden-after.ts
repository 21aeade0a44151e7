import type { Staff } from "../../../src-shared/domain/business.ts";
import type { Id } from "../../../src-shared/domain/primitives.ts";

/**
 * Who is hidden after one person was shown or hidden; those who left are forgotten. Never everybody: the last one
 * stays.
 * @param here all who work here
 * @param shown those of them who have a column now
 */
export function hiddenAfter(
  here: readonly Pick<Staff, "id">[],
  shown: readonly Pick<Staff, "id">[],
  id: Id,
  show: boolean,
): readonly Id[] {
  const seen = new Set(shown.map((one) => one.id));
  if (show) seen.add(id);
  else seen.delete(id);
  const hidden = here.map((one) => one.id).filter((one) => !seen.has(one));
  return hidden.length === here.length ? hidden.filter((one) => one !== id) : hidden;
}
