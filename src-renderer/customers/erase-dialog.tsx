import { Archive, UserRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BridgeInput, BridgeOutput } from "../../src-shared/bridge/contract.ts";
import type { Customer } from "../../src-shared/domain/customer.ts";
import { call } from "../bridge.ts";
import { useAsked } from "../store/use-asked.ts";
import { useWindow } from "../store/window.ts";
import { AskFirst } from "../ui/ask-first.tsx";
import { RadioChoices } from "../ui/choices.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { Note } from "../ui/note.tsx";
import { toast } from "../ui/toast.tsx";

type Ahead = BridgeInput<"customer.erase">["ahead"];

interface EraseDialogProps {
  readonly customer: Customer;
  readonly onClose: () => void;
}

/** Asks before everything about a person is deleted, and says what that changes. */
export function EraseDialog({ customer, onClose }: EraseDialogProps) {
  const { t } = useTranslation();
  const { id, revision, name } = customer;
  const preview = useAsked("customer.erasePreview", { id });
  const [ahead, setAhead] = useState<Ahead>("cancel");
  const erase = async (): Promise<void> => {
    await call("customer.erase", { id, revision, ahead });
    onClose();
    useWindow.setState({ customerId: null });
    toast({ text: t("customers.erase.done") });
  };
  return (
    <AskFirst
      title={t("customers.erase.title", { name })}
      width={520}
      says={{
        stay: t("customers.erase.stay"),
        go: t("customers.erase.go"),
        going: t("customers.erase.going"),
      }}
      isReady={preview.value !== null}
      go={erase}
      onClose={onClose}
    >
      <p>{t("customers.erase.card")}</p>
      <LoadFailed of={preview} />
      {preview.value === null ? null : (
        <Effects preview={preview.value} ahead={ahead} onChange={setAhead} />
      )}
      <Note tone="plain" icon={Archive}>
        {t("customers.erase.backups")}
      </Note>
    </AskFirst>
  );
}

interface EffectsProps {
  readonly preview: BridgeOutput<"customer.erasePreview">;
  readonly ahead: Ahead;
  readonly onChange: (ahead: Ahead) => void;
}

function Effects({ preview, ahead, onChange }: EffectsProps) {
  const { t } = useTranslation();
  const { bookings, events, waiting } = preview;
  return (
    <>
      <ul className="erase-effects">
        <li>{t("customers.erase.bookings", { count: bookings })}</li>
        {events === 0 ? null : <li>{t("customers.erase.events", { count: events })}</li>}
        {waiting === 0 ? null : <li>{t("customers.erase.waiting", { count: waiting })}</li>}
      </ul>
      {preview.ahead === 0 ? null : (
        <RadioChoices
          label={t("customers.erase.ahead", { count: preview.ahead })}
          value={ahead}
          onChange={onChange}
          choices={[
            {
              id: "cancel",
              label: t("customers.erase.cancelAhead"),
              detail: t("customers.erase.cancelAheadMore"),
            },
            {
              id: "keep",
              label: t("customers.erase.keepAhead"),
              detail: t("customers.erase.keepAheadMore"),
            },
          ]}
        />
      )}
      {preview.booksOnline ? (
        <Note tone="plain" icon={UserRound}>
          {t("customers.erase.online")}
        </Note>
      ) : null}
    </>
  );
}
