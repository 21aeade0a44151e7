/** What the sync did, by the stable name of the action (`JournalEntry.action`). */
export const journal = {
  created: "Created",
  changed: "Changed",
  deleted: "Deleted",
  blocked: "Busy time",
  freed: "Freed",
  unknown: "Done",
} as const;
