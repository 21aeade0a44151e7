import { CircleAlert } from "lucide-react";
import { type SyntheticEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Offer } from "../../src-shared/bridge/contract/companion.ts";
import { asFailure, type BridgeFailure, call } from "../bridge.ts";
import { readCount } from "../integrations/typed-count.ts";
import { useAsked } from "../store/use-asked.ts";
import { Button } from "../ui/button.tsx";
import { RadioChoices } from "../ui/choices.tsx";
import { TextField } from "../ui/field.tsx";
import { LoadFailed } from "../ui/load-failed.tsx";
import { Note } from "../ui/note.tsx";
import { toast } from "../ui/toast.tsx";
import { AccentChoice, accentDraft, accentOf } from "./accent-choice.tsx";

const CONFIRMING = Offer.shape.confirming.options;

/** Numbers of the form: what a person types, in which unit, and its bounds. */
const NUMBERS = {
  leadMinutes: { words: "online.lead", unit: 1, min: 0, max: 86_400 },
  cutoffMinutes: { words: "online.cutoff", unit: 60, min: 0, max: 1_440 },
  horizonDays: { words: "online.horizon", unit: 1, min: 1, max: 365 },
} as const;
type NumberName = keyof typeof NUMBERS;
const NUMBER_NAMES = Object.keys(NUMBERS) as readonly NumberName[];

/** How customers may book, once the desk has said how it is now. */
export function OfferForm() {
  const asked = useAsked("companion.offer", {});
  return asked.value === null ? <LoadFailed of={asked} /> : <Form offer={asked.value} />;
}

type Typed = Readonly<Record<NumberName, string>>;

function typedOf(offer: Offer): Typed {
  const shown = (name: NumberName): string => String(offer[name] / NUMBERS[name].unit);
  return {
    leadMinutes: shown("leadMinutes"),
    cutoffMinutes: shown("cutoffMinutes"),
    horizonDays: shown("horizonDays"),
  };
}

/** Undefined for what is no number within the bounds. */
function readNumber(name: NumberName, typed: string): number | undefined {
  const { unit, min, max } = NUMBERS[name];
  const count = readCount(typed);
  return count !== null && count >= min && count <= max ? count * unit : undefined;
}

function Form({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation();
  const [confirming, setConfirming] = useState(offer.confirming);
  const [typed, setTyped] = useState(typedOf(offer));
  const [place, setPlace] = useState(offer.address);
  const [phone, setPhone] = useState(offer.phone);
  const [colour, setColour] = useState(accentDraft(offer.accent));
  const [state, setState] = useState<"typing" | "saving" | BridgeFailure>("typing");
  const [tried, setTried] = useState(false);
  const read = NUMBER_NAMES.map((name) => [name, readNumber(name, typed[name])] as const);
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const accent = accentOf(colour);
    if (accent === undefined || read.some(([, value]) => value === undefined)) return;
    setState("saving");
    try {
      const numbers = Object.fromEntries(read) as Record<NumberName, number>;
      await call("companion.setOffer", { ...numbers, confirming, address: place, phone, accent });
      setState("typing");
      toast({ text: t("online.saved") });
    } catch (error) {
      setState(asFailure(error));
    }
  };
  return (
    <form className="online-form" noValidate onSubmit={(event) => void save(event)}>
      <h2>{t("online.rules")}</h2>
      <RadioChoices
        label={t("online.confirming")}
        value={confirming}
        onChange={setConfirming}
        choices={CONFIRMING.map((id) => ({ id, label: t(`online.confirmingRule.${id}`) }))}
      />
      {NUMBER_NAMES.map((name) => {
        const { words, min, max } = NUMBERS[name];
        const isWrong = tried && readNumber(name, typed[name]) === undefined;
        return (
          <TextField
            key={name}
            label={t(words)}
            error={isWrong ? t("online.numberWrong", { min, max }) : undefined}
            inputMode="numeric"
            maxLength={8}
            value={typed[name]}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
          />
        );
      })}
      <TextField label={t("online.place")} maxLength={300} value={place} onChange={setPlace} />
      <TextField
        label={t("online.phone")}
        type="tel"
        maxLength={40}
        value={phone}
        onChange={setPhone}
      />
      <AccentChoice value={colour} onChange={setColour} tried={tried} />
      {typeof state === "string" ? null : (
        <Note tone="error" icon={CircleAlert} live>
          {t(`errors.${state.code}`)}
        </Note>
      )}
      <div>
        <Button type="submit" kind="primary" isDisabled={state === "saving"}>
          {t(state === "saving" ? "common.saving" : "common.save")}
        </Button>
      </div>
    </form>
  );
}
