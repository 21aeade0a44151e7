import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { WaitingRequest } from "../../src-shared/bridge/contract/companion.ts";
import { attempt } from "../integrations/do.ts";
import { ConflictWords } from "../schedule/draft/conflict-note.tsx";
import { useAsked } from "../store/use-asked.ts";
import { openDay } from "../store/window.ts";
import { Button } from "../ui/button.tsx";
import { useFormats } from "../ui/formats.ts";
import { Icon } from "../ui/icon.tsx";
import { toast } from "../ui/toast.tsx";
import { moment } from "../words/format.ts";
import "./requests.css";

/** Requests of customers that wait for a person; nothing while there are none. */
export function OnlineRequests() {
  const { t } = useTranslation();
  const asked = useAsked("companion.requests", {}, ["companion.changed", "schedule.changed"]);
  const requests = asked.value ?? [];
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="online-requests">
      <h2 id="online-requests">
        {t("online.requests")}
        <span className="c">{requests.length}</span>
      </h2>
      {requests.map((request) => (
        <Request key={request.id} request={request} onDecided={asked.again} />
      ))}
    </section>
  );
}

interface RequestProps {
  readonly request: WaitingRequest;
  readonly onDecided: () => void;
}

function Request({ request, onDecided }: RequestProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { customerName, serviceName, staffName, start, end, notes, moves, email } = request;
  const day = formats.dateOf(start);
  return (
    <article className="request">
      <p className="request-name">{customerName}</p>
      <button type="button" className="request-time num" onClick={() => openDay(day)}>
        {formats.weekdayAndDay(day)}, {formats.timeRange(start, end)}
      </button>
      <p className="sub">{t("online.wants", { service: serviceName, staff: staffName })}</p>
      {moves === null ? null : (
        <p className="sub">{t("online.moves", { from: moment(moves.start, formats) })}</p>
      )}
      {notes === "" ? null : <p>{notes}</p>}
      <p className="mute cut">{email}</p>
      <Clash request={request} />
      <Answers request={request} onDecided={onDecided} />
    </article>
  );
}

function Clash({ request: { conflicts } }: Pick<RequestProps, "request">) {
  const formats = useFormats();
  const [first] = conflicts;
  if (first === undefined) return null;
  return (
    <p className="row request-clash">
      <Icon of={TriangleAlert} size={14} />
      <span>
        <ConflictWords conflict={first} formats={formats} />
      </span>
    </p>
  );
}

function Answers({ request, onDecided }: RequestProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { id, customerName: name, start, conflicts } = request;
  const values = { name, time: moment(start, formats) };
  const anyway = conflicts.length > 0;
  const decide = async (is: "confirm" | "decline"): Promise<void> => {
    const decision = is === "confirm" ? { is, anyway } : { is, reason: "unavailable" as const };
    const done = await attempt("companion.decide", { id, decision });
    if (done !== null)
      toast({ text: t(is === "confirm" ? "online.confirmed" : "online.declined") });
    onDecided();
  };
  return (
    <div className="request-answers">
      <Button
        size="small"
        kind="primary"
        aria-label={t("online.confirmNamed", values)}
        onPress={() => void decide("confirm")}
      >
        {t(anyway ? "online.confirmAnyway" : "online.confirm")}
      </Button>
      <Button
        size="small"
        aria-label={t("online.declineNamed", values)}
        onPress={() => void decide("decline")}
      >
        {t("online.decline")}
      </Button>
    </div>
  );
}
