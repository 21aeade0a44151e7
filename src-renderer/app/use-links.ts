import { useEffect } from "react";
import { call, listen } from "../bridge.ts";

async function follow(): Promise<void> {
  const { link } = await call("app.openedLink", {});
  if (link === null) return;
  const { followLink } = await import("./follow-link.ts");
  await followLink(link);
}

/** Follows links that the system handed to the app: one that opened the window, and those that come later. */
export function useLinks(): void {
  useEffect(() => {
    const go = (): void => void follow().catch(() => undefined);
    go();
    return listen("link.opened", go);
  }, []);
}
