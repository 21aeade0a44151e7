import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Label, Radio, RadioGroup } from "react-aria-components";
import {
  type Accent,
  type AccentName,
  ACCENTS,
  accentShades,
} from "../../src-shared/domain/accent.ts";
import { TextField } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { typedAccent } from "./typed-accent.ts";

const NAMES = Object.keys(ACCENTS) as readonly AccentName[];
const CHOICES = ["ink", ...NAMES, "own"] as const;
type Chosen = (typeof CHOICES)[number];

/** What is chosen, and what was typed for a colour of one's own. */
export interface AccentDraft {
  readonly chosen: Chosen;
  readonly typed: string;
}

export function accentDraft(accent: Accent | null): AccentDraft {
  if (accent === null) return { chosen: "ink", typed: "" };
  const name = NAMES.find((one) => ACCENTS[one] === accent);
  return name === undefined ? { chosen: "own", typed: accent } : { chosen: name, typed: "" };
}

/** Undefined while no colour can be read out of what was typed. */
export function accentOf({ chosen, typed }: AccentDraft): Accent | null | undefined {
  if (chosen === "ink") return null;
  return chosen === "own" ? (typedAccent(typed) ?? undefined) : ACCENTS[chosen];
}

interface AccentChoiceProps {
  readonly value: AccentDraft;
  readonly onChange: (draft: AccentDraft) => void;
  /** Whether to say that what was typed is no colour. */
  readonly tried: boolean;
}

/** The colour of the pages that customers see, with how it looks there by day and by night. */
export function AccentChoice({ value, onChange, tried }: AccentChoiceProps) {
  const { t } = useTranslation();
  const { chosen, typed } = value;
  const accent = accentOf(value);
  const isWrong = accent === undefined && (tried || typed.length > 6);
  return (
    <div className="accent">
      <RadioGroup
        className="accents"
        orientation="horizontal"
        value={chosen}
        onChange={(next) => onChange({ ...value, chosen: next as Chosen })}
      >
        <div className="accents-head">
          <Label className="lab">{t("online.accent")}</Label>
          <span className="small sub">{t(`online.accents.${chosen}`)}</span>
        </div>
        <div className="accents-row">
          {CHOICES.map((one) => (
            <Swatch key={one} choice={one} isChosen={one === chosen} />
          ))}
        </div>
      </RadioGroup>
      {chosen === "own" ? (
        <TextField
          label={t("online.accentOwn")}
          hint={t("online.accentHint")}
          error={isWrong ? t("online.accentWrong") : undefined}
          maxLength={20}
          value={typed}
          onChange={(next) => onChange({ chosen, typed: next })}
        />
      ) : null}
      {typeof accent === "string" ? <Preview accent={accent} isOwn={chosen === "own"} /> : null}
    </div>
  );
}

function Swatch({ choice, isChosen }: { readonly choice: Chosen; readonly isChosen: boolean }) {
  const { t } = useTranslation();
  const isNamed = choice !== "ink" && choice !== "own";
  return (
    <Radio
      value={choice}
      aria-label={t(`online.accents.${choice}`)}
      className={`accent-swatch accent-${isNamed ? "named" : choice}`}
      {...(isNamed ? { style: { background: ACCENTS[choice] } } : {})}
    >
      {isChosen ? <Icon of={Check} size={14} /> : null}
    </Radio>
  );
}

/** A button as it will be seen on a light page and on a dark one. */
function Preview({ accent, isOwn }: { readonly accent: Accent; readonly isOwn: boolean }) {
  const { t } = useTranslation();
  const shades = accentShades(accent);
  const changed = (["light", "dark"] as const).filter((one) => shades[one].accent !== accent);
  const [first] = changed;
  return (
    <div className="accent-preview">
      {(["light", "dark"] as const).map((scheme) => (
        <span key={scheme} className={`accent-page accent-page-${scheme}`} aria-hidden>
          <span style={{ background: shades[scheme].accent, color: shades[scheme].on }}>
            {t("online.accentSample")}
          </span>
        </span>
      ))}
      {first === undefined || !isOwn ? null : (
        <p className="small sub">
          {t(`online.accentMended.${changed.length === 2 ? "both" : first}`)}
        </p>
      )}
    </div>
  );
}
