import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { openScreen } from "../store/window.ts";
import { Icon } from "../ui/icon.tsx";

interface DetailHeadProps {
  readonly crumb: string;
  readonly title: string;
  readonly tile: ReactNode;
  readonly pill: ReactNode;
  /** How it stands, in one sentence. */
  readonly says: string;
  readonly commands?: ReactNode;
}

/** The way back to all integrations, then what this one is and how it stands. */
export function DetailHead({ crumb, title, tile, pill, says, commands }: DetailHeadProps) {
  const { t } = useTranslation();
  return (
    <>
      <nav className="crumbs" aria-label={t("integrations.detail.crumbs")}>
        <ol>
          <li>
            <button type="button" onClick={() => openScreen("integrations")}>
              {t("integrations.title")}
            </button>
            <Icon of={ChevronRight} size={12} />
          </li>
          <li aria-current="page">{crumb}</li>
        </ol>
      </nav>
      <header className="google-head">
        {tile}
        <div className="grow">
          <div className="title">
            <h1>{title}</h1>
            {pill}
          </div>
          <p className="small sub" role="status">
            {says}
          </p>
        </div>
        {commands}
      </header>
    </>
  );
}
