import { CircleAlert } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SetUpDraft } from "../../src-shared/bridge/contract/set-up.ts";
import { asFailure, type BridgeFailure, call } from "../bridge.ts";
import { loadCatalogue } from "../store/catalogue.ts";
import { Button } from "../ui/button.tsx";
import { Note } from "../ui/note.tsx";
import { PeopleStep } from "./people-step.tsx";
import { PractiseInstead } from "./practise-instead.tsx";
import { PlaceStep } from "./place-step.tsx";
import { ServicesStep } from "./services-step.tsx";
import { type Faults, faultsOf, isFine, setUpOf, type Step, STEPS } from "./set-up-draft.ts";

export interface StepProps {
  readonly draft: SetUpDraft;
  /** Shown after a try to go on; each goes as soon as it is mended. */
  readonly faults: Faults;
  readonly onChange: (changes: Partial<SetUpDraft>) => void;
}

const STEP_VIEWS = { place: PlaceStep, people: PeopleStep, services: ServicesStep } as const;

interface SetUpFormProps {
  readonly draft: SetUpDraft;
  readonly revision: number;
  readonly onChange: (changes: Partial<SetUpDraft>) => void;
}

async function finish(draft: SetUpDraft, revision: number): Promise<void> {
  await call("setUp.finish", setUpOf(draft, revision));
  await loadCatalogue();
}

/** The first step that something is wrong in, in a draft that was kept by an earlier version too. */
function wrongStep(draft: SetUpDraft): Step | undefined {
  return STEPS.find((step) => !isFine(faultsOf(draft, step)));
}

/** One step with its way back and on. */
export function SetUpForm({ draft, revision, onChange }: SetUpFormProps) {
  const { t } = useTranslation();
  const { step } = draft;
  const [asked, setAsked] = useState(false);
  const [state, setState] = useState<"typing" | "finishing" | BridgeFailure>("typing");
  const form = useRef<HTMLFormElement>(null);
  const at = STEPS.indexOf(step);
  const next = STEPS[at + 1];
  const before = STEPS[at - 1];
  const faults = faultsOf(draft, step);
  useEffect(() => form.current?.querySelector<HTMLElement>("h1")?.focus(), []);
  // After a try that failed: to the first field that is wrong.
  useEffect(() => {
    if (asked) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [asked]);

  const goOn = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(!isFine(faults));
    if (!isFine(faults)) return;
    if (next !== undefined) return onChange({ step: next });
    const wrong = wrongStep(draft);
    if (wrong !== undefined) return onChange({ step: wrong });
    setState("finishing");
    finish(draft, revision).catch((error: unknown) => setState(asFailure(error)));
  };
  const View = STEP_VIEWS[step];
  return (
    <main className="first-run-main">
      <form ref={form} onSubmit={goOn} noValidate>
        <header>
          <p className="first-run-step">{t("firstRun.stepOf", { step: at + 1 })}</p>
          <h1 tabIndex={-1}>{t(`firstRun.${step}.title`)}</h1>
          <p className="sub">{t(`firstRun.${step}.about`)}</p>
        </header>
        <View draft={draft} faults={asked ? faults : {}} onChange={onChange} />
        {typeof state === "string" ? null : (
          <Note tone="error" icon={CircleAlert} live>
            {t(`errors.${state.code}`)}
          </Note>
        )}
        <footer>
          {before === undefined ? (
            <PractiseInstead revision={revision} onFailure={setState} />
          ) : (
            <Button size="large" kind="quiet" onPress={() => onChange({ step: before })}>
              {t("firstRun.back")}
            </Button>
          )}
          <span className="grow" />
          <Button size="large" kind="primary" type="submit" isDisabled={state === "finishing"}>
            {next !== undefined
              ? t("common.continue")
              : t(state === "finishing" ? "firstRun.finishing" : "firstRun.finish")}
          </Button>
        </footer>
      </form>
    </main>
  );
}
