import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components";

/** A short text under a control; for what the control already says to a screen reader. */
export function Tip({
  text,
  children,
}: {
  readonly text: string;
  readonly children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      {children}
      <Tooltip className="tip-pop" offset={4} placement="bottom">
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
