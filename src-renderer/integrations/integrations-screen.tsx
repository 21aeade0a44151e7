import { useAsked } from "../store/use-asked.ts";
import { useWindow } from "../store/window.ts";
import { LoadFailed } from "../ui/load-failed.tsx";
import { ConnectScreen } from "./connect-screen.tsx";
import { OnlineDetail } from "../online/online-detail.tsx";
import { PARTS } from "./do.ts";
import { GoogleDetail } from "./google-detail.tsx";
import { IntegrationsList } from "./integrations-list.tsx";
import { useCalendar } from "./use-calendar.ts";

/** Services around the desk: the list, one connection in detail, or the way to a connection. */
export function IntegrationsScreen() {
  const detail = useWindow((s) => s.detail);
  const { calendar, asked } = useCalendar();
  const companion = useAsked("companion.status", {}, ["companion.changed"]);
  if (calendar === null)
    return (
      <main className="page">
        <LoadFailed of={asked} />
      </main>
    );
  if (detail === PARTS.connect || detail === PARTS.choose)
    return (
      <ConnectScreen
        connection={calendar.connection}
        progress={calendar.progress}
        status={calendar.status}
        choosing={detail === PARTS.choose}
      />
    );
  if (detail === PARTS.google && calendar.connection !== null)
    return <GoogleDetail calendar={calendar} pushUntil={companion.value?.pushUntil ?? null} />;
  if (detail === PARTS.online && companion.value !== null)
    return <OnlineDetail status={companion.value} />;
  return <IntegrationsList calendar={calendar} companion={companion.value} />;
}
