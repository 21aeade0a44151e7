/** The app's own update: in the settings and at the foot of the schedule. */
export const updates = {
  about: "Which Bellhop this is, and whether a newer one is ready.",
  version: "Version",
  title: "Updates",
  check: "Look now",
  restart: "Restart to update",
  restartMore: "Sync stops, the data is copied aside, and Bellhop starts again as the new version.",
  never:
    "Updates are installed by this button only, never when Bellhop or the computer is shut down.",
  ready: "Bellhop {{version}} is ready.",
  off: {
    browser: "This desk runs in the browser; whoever installed it updates it.",
    noFeed: "This Bellhop was built without an address for updates, so it never looks for any.",
    notInstalled: "This Bellhop was not installed, so it does not update itself.",
  },
  neverChecked: "Bellhop looks for a newer version a minute after its start and every six hours.",
  upToDate: "This is the newest version. Last look {{time}}.",
  checking: "Looking for a newer version…",
  downloading: "Bellhop {{version}} is being fetched: {{percent}} %.",
  installing: "Bellhop {{version}} is being installed. The window closes and comes back.",
  failed: {
    offline: "The newer version could not be reached. Bellhop tries again by itself.",
    feedUnreadable: "What was found in the place for updates can’t be read. Nothing was changed.",
    refused:
      "What was offered as an update is not a genuine Bellhop and was thrown away. Nothing was changed. If this stays so, tell whoever installed Bellhop.",
    noSpace: "There is not enough room on the disk for the update. Nothing was changed.",
    backupFailed:
      "The data could not be copied aside, so the update was not installed. Is there room on the disk? Nothing was changed.",
  },
} as const;
