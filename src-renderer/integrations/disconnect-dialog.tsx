import { KeyRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BridgeInput, BridgeOutput } from "../../src-shared/bridge/contract.ts";
import { call } from "../bridge.ts";
import { useAsked } from "../store/use-asked.ts";
import { openScreen } from "../store/window.ts";
import { RadioChoices } from "../ui/choices.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { Note } from "../ui/note.tsx";
import { toast } from "../ui/toast.tsx";
import { words } from "../words/i18n.ts";
import { AskFirst } from "../ui/ask-first.tsx";

type Choice = Pick<BridgeInput<"google.disconnect">, "events" | "blocks">;
type Preview = BridgeOutput<"google.disconnectPreview">;

/** Asks what to do with what is in Google and at the desk, then ends the connection. */
export function DisconnectDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const preview = useAsked("google.disconnectPreview", {});
  const [choice, setChoice] = useState<Choice>({ events: "leave", blocks: "remove" });
  const disconnect = async (): Promise<void> => {
    sayDone(await call("google.disconnect", { ...choice, offline: "wait" }));
    onClose();
    openScreen("integrations");
  };
  return (
    <AskFirst
      title={t("integrations.disconnect.title")}
      width={520}
      says={{
        stay: t("integrations.disconnect.stayConnected"),
        go: t("integrations.disconnect.disconnect"),
        going: t("integrations.disconnect.disconnecting"),
      }}
      isReady={preview.value !== null}
      go={disconnect}
      onClose={onClose}
    >
      <LoadFailed of={preview} />
      {preview.value === null ? null : (
        <Questions preview={preview.value} choice={choice} onChange={setChoice} />
      )}
    </AskFirst>
  );
}

function sayDone({ removedEvents, revoked, waits }: BridgeOutput<"google.disconnect">): void {
  if (waits) return toast({ text: words.t("integrations.disconnect.waits") });
  const done =
    removedEvents === 0
      ? words.t("integrations.disconnect.done")
      : words.t("integrations.disconnect.doneRemoved", { count: removedEvents });
  toast({ text: revoked ? done : `${done} ${words.t("integrations.disconnect.notRevoked")}` });
}

interface QuestionsProps {
  readonly preview: Preview;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

function Questions({ preview: { linked, upcoming, blocks }, choice, onChange }: QuestionsProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className="sub">
        {linked === 0
          ? t("integrations.disconnect.stayNone")
          : t("integrations.disconnect.stay", { count: linked })}
      </p>
      <RadioChoices
        label={t("integrations.disconnect.events")}
        value={choice.events}
        onChange={(events) => onChange({ ...choice, events })}
        choices={[
          {
            id: "leave",
            label: t("integrations.disconnect.leave"),
            detail: t("integrations.disconnect.leaveMore"),
          },
          {
            id: "removeFuture",
            label: t("integrations.disconnect.removeFuture", { count: upcoming }),
            disabled: upcoming === 0,
          },
          {
            id: "removeAll",
            label: t("integrations.disconnect.removeAll", { count: linked }),
            disabled: linked === 0,
          },
        ]}
      />
      <RadioChoices
        label={t("integrations.disconnect.blocks")}
        value={choice.blocks}
        onChange={(kept) => onChange({ ...choice, blocks: kept })}
        choices={[
          {
            id: "remove",
            label: t("integrations.disconnect.removeBlocks", { count: blocks }),
            detail: t("integrations.disconnect.removeBlocksMore"),
          },
          { id: "keep", label: t("integrations.disconnect.keepBlocks") },
        ]}
      />
      <Note tone="plain" icon={KeyRound}>
        {t("integrations.disconnect.permission")}
      </Note>
    </>
  );
}
