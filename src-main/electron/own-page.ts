/** The page is served under an address of its own, never from `file:` (Electron security checklist, 18). */
export const APP_SCHEME = "app";
export const APP_HOST = "bellhop";
export const PAGE_URL = `${APP_SCHEME}://${APP_HOST}/`;

/** Whether an address belongs to our page, told by its parsed parts: `app://bellhop.evil` begins alike. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const nobody = url.username === "" && url.password === "";
  return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && nobody;
}
