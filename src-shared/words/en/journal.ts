/** What the sync did, by the stable name of the action (`JournalEntry.action`). */
export const journal = {
  created: "Created",
  changed: "Changed",
  deleted: "Deleted",
  arrived: "Already there",
  blocked: "Busy time",
  freed: "Freed",
  kept: "Kept blocked",
  movedInGoogle: "Moved in Google",
  putBack: "Put back",
  restored: "Restored",
  leftDeleted: "Left deleted",
  checked: "Checked",
  parked: "Refused",
  malformed: "Unreadable",
  stopped: "Stopped",
  connected: "Connected",
  disconnected: "Disconnected",
  /** For an action that this version has no word for. */
  unknown: "Done",
} as const;
