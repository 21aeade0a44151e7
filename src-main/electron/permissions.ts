import type { Session } from "electron";

/** The page needs none: notifications, links and files go through the desk. Copying works by a person's own action. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
