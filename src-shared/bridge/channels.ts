/**
 * The names of everything the window can ask of the desk. Names only: the preload bundle is made from this
 * file and must stay small, so no schema may be imported here.
 */
export const CHANNELS = [
  "app.info",
  "preferences.get",
  "preferences.set",
  "business.get",
  "business.update",
  "staff.list",
  "staff.save",
  "staff.reorder",
  "service.list",
  "service.save",
  "service.reorder",
  "customer.search",
  "customer.get",
  "customer.save",
  "schedule.get",
  "booking.get",
  "booking.check",
  "booking.create",
  "booking.update",
  "booking.setStatus",
  "booking.walkIn",
  "block.create",
  "block.update",
  "block.remove",
  "block.assign",
  "integrations.list",
  "google.connection",
  "google.connect",
  "google.connectCancel",
  "google.signInReopen",
  "google.calendars",
  "google.chooseCalendar",
  "google.disconnect",
  "google.disconnectPreview",
  "sync.status",
  "sync.now",
  "sync.pause",
  "sync.resume",
  "sync.answerGuard",
  "sync.attention",
  "sync.settleAttention",
  "sync.journal",
  "sync.rules",
  "sync.setRules",
  "sync.full",
  "sync.duplicates",
  "sync.removeDuplicates",
] as const;
export type Channel = (typeof CHANNELS)[number];

/** What the desk tells the window without being asked. */
export const EVENTS = [
  "schedule.changed",
  "catalogue.changed",
  "sync.changed",
  "connection.changed",
] as const;
export type EventName = (typeof EVENTS)[number];
