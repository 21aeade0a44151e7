import type { LucideIcon } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { Icon } from "./icon.tsx";
import { joinClass } from "./join-class.ts";
import { Kbd } from "./kbd.tsx";
import { Tip } from "./tip.tsx";
import "./button.css";

type Kind = "plain" | "primary" | "quiet" | "danger" | "primaryDanger";
type Size = "small" | "normal" | "large";

const KIND_CLASS: Record<Kind, string> = {
  plain: "",
  primary: "pri",
  quiet: "quiet",
  danger: "danger",
  primaryDanger: "pri danger",
};
const SIZE_CLASS: Record<Size, string> = { small: "sm", normal: "", large: "lg" };

interface Common extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  readonly kind?: Kind;
  readonly size?: Size;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export interface ButtonProps extends Common {
  readonly children: ReactNode;
  readonly icon?: LucideIcon;
  /** The key that does the same, shown inside the button. */
  readonly keys?: string;
}

function classOf(kind: Kind, size: Size, extra?: string): string {
  return joinClass("btn", KIND_CLASS[kind], SIZE_CLASS[size], extra);
}

/** The one button. One `primary` per view. */
export function Button(props: ButtonProps) {
  const { kind = "plain", size = "normal", className, icon, keys, children, ...rest } = props;
  return (
    <AriaButton {...rest} className={classOf(kind, size, className)}>
      {icon === undefined ? null : <Icon of={icon} size={size === "large" ? 16 : 14} />}
      {children}
      {keys === undefined ? null : <Kbd>{keys}</Kbd>}
    </AriaButton>
  );
}

export interface IconButtonProps extends Common {
  /** Read out, and shown as a tip. */
  readonly label: string;
  readonly icon: LucideIcon;
}

/** A button that is only an icon; its label shows as a tip. */
export function IconButton(props: IconButtonProps) {
  const { kind = "quiet", size = "normal", className, icon, label, ...rest } = props;
  return (
    <Tip text={label}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classOf(kind, size, joinClass("icon", className))}
      >
        <Icon of={icon} size={size === "small" ? 14 : 16} />
      </AriaButton>
    </Tip>
  );
}
