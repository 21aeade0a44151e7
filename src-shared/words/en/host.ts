/** What the desktop shell says outside its window: tray, menu, notices of the system, and when it can't start. */
export const host = {
  open: "Open Bellhop",
  quit: "Quit Bellhop",
  syncNow: "Sync now",
  pause: "Pause sync for an hour",
  resume: "Resume sync",
  restartToUpdate: "Restart to update to {{version}}",
  nothingNext: "No more bookings today",
  booking: "{{time}}  {{name}}, {{service}}",
  walkIn: "Walk-in",
  tooltip: "Bellhop: {{state}}",
  file: "File",
  view: "View",
  stillRunningTitle: "Bellhop is still running here",
  stillRunningText:
    "The window is closed; sync goes on. Open or quit it by the bell near the clock.",
  startFailed: "Bellhop can’t start",
} as const;
