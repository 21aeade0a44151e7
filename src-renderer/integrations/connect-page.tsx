import { type ReactNode, useEffect, useRef } from "react";

interface ConnectPageProps {
  readonly title: string;
  readonly about: string;
  readonly children?: ReactNode;
  /** Buttons at the foot; `back` at the left, the main one last. */
  readonly back?: ReactNode;
  readonly actions: ReactNode;
}

/** One question on the way to a connected calendar. Its heading takes the focus, so that it is read out. */
export function ConnectPage({ title, about, children, back, actions }: ConnectPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <section className="connect-body">
      <div className="connect-scroll">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="connect-about">{about}</p>
        {children}
      </div>
      <footer className="connect-foot">
        {back}
        <span className="grow" />
        {actions}
      </footer>
    </section>
  );
}
