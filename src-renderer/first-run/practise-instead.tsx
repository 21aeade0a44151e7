import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asFailure, type BridgeFailure, call } from "../bridge.ts";
import { loadCatalogue } from "../store/catalogue.ts";
import { Button } from "../ui/button.tsx";

interface PractiseInsteadProps {
  /** Of the business that was seen. */
  readonly revision: number;
  readonly onFailure: (failure: BridgeFailure) => void;
}

async function practise(revision: number): Promise<void> {
  await call("setUp.practise", { revision });
  await loadCatalogue();
}

/** The way round the three steps: a salon that is full already, to try everything with. */
export function PractiseInstead({ revision, onFailure }: PractiseInsteadProps) {
  const { t } = useTranslation();
  const [opening, setOpening] = useState(false);
  const begin = (): void => {
    setOpening(true);
    practise(revision).catch((error: unknown) => {
      setOpening(false);
      onFailure(asFailure(error));
    });
  };
  return (
    <p className="first-run-practice">
      <span className="sub">{t("firstRun.practice.about")}</span>
      <Button size="large" kind="quiet" isDisabled={opening} onPress={begin}>
        {t(opening ? "firstRun.practice.beginning" : "firstRun.practice.begin")}
      </Button>
    </p>
  );
}
