import { Component, type ErrorInfo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";

interface Props {
  readonly children: ReactNode;
}

/** Keeps a fault in one part from taking the window with it. React offers this only as a class. */
export class ErrorBoundary extends Component<Props, { readonly stopped: boolean }> {
  override state = { stopped: false };

  static getDerivedStateFromError(): { readonly stopped: boolean } {
    return { stopped: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    globalThis.reportError?.(new Error(`${error.message}${info.componentStack ?? ""}`));
  }

  override render(): ReactNode {
    if (!this.state.stopped) return this.props.children;
    return <Stopped onAgain={() => this.setState({ stopped: false })} />;
  }
}

function Stopped({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="stopped" role="alert">
      <h1 className="page-title">{t("app.crashed")}</h1>
      <p className="sub">{t("app.crashedText")}</p>
      <Button kind="primary" onPress={onAgain}>
        {t("common.tryAgain")}
      </Button>
    </div>
  );
}
