type DistanceKey = "tomorrow" | "yesterday" | "inDays" | "daysAgo" | "inWeeks" | "weeksAgo";

/** How far a day is from today, in words that can be grasped at a glance: days up to a fortnight, then weeks. */
export function distanceWords(days: number): { readonly key: DistanceKey; readonly count: number } {
  if (days === 1) return { key: "tomorrow", count: 1 };
  if (days === -1) return { key: "yesterday", count: 1 };
  const distance = Math.abs(days);
  if (distance < 14) return { key: days > 0 ? "inDays" : "daysAgo", count: distance };
  return { key: days > 0 ? "inWeeks" : "weeksAgo", count: Math.floor(distance / 7) };
}
