import { z } from "zod";

/** What the close button of the window does on Windows, where a hidden window leaves the desk beside the clock. */
export const OnClose = z.enum(["ask", "tray", "quit"]);
export type OnClose = z.infer<typeof OnClose>;

/** `needsApproval`: macOS wants a person to allow it in its own settings. */
export const AtLogin = z.enum(["on", "off", "needsApproval", "unavailable"]);
export type AtLogin = z.infer<typeof AtLogin>;

/** How the app lives on this computer. */
export const HostLife = z.strictObject({
  /** Null where the system itself says what closing means (macOS, Linux, a browser). */
  onClose: OnClose.nullable(),
  /** Whether Bellhop starts with the computer. */
  atLogin: AtLogin,
  /** Whether somebody was asked that once. */
  askedAboutLogin: z.boolean(),
  /** The settings of the window could not be read at this start: they were kept aside and the usual ones are used. */
  settingsSetAside: z.boolean(),
});
export type HostLife = z.infer<typeof HostLife>;

export const HostLifeChanges = z.strictObject({
  onClose: OnClose.optional(),
  atLogin: z.boolean().optional(),
  askedAboutLogin: z.literal(true).optional(),
  /** Somebody has read that the settings were set aside. */
  settingsSetAside: z.literal(false).optional(),
});
export type HostLifeChanges = z.infer<typeof HostLifeChanges>;
