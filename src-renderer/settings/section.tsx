import type { ReactNode } from "react";

interface SectionProps {
  readonly title: string;
  readonly about: string;
  /** The main button of the section. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
  /** A form at the right. */
  readonly aside?: ReactNode;
}

/** One section of the settings: title, what it is for, and the settings themselves. */
export function Section({ title, about, action, children, aside }: SectionProps) {
  return (
    <div className={aside === undefined ? "settings-in" : "settings-in has-aside"}>
      <main className="settings-body">
        <header className="settings-head">
          <div className="grow">
            <h1>{title}</h1>
            <p className="sub">{about}</p>
          </div>
          {action}
        </header>
        {children}
      </main>
      {aside}
    </div>
  );
}
