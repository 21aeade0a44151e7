import type { LucideIcon } from "lucide-react";
import type { KeyboardEvent, ReactNode, Ref } from "react";
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components";
import { Icon } from "./icon.tsx";
import { joinClass } from "./join-class.ts";
import "./field.css";

export interface TextFieldProps extends Omit<
  AriaTextFieldProps,
  "children" | "className" | "style"
> {
  readonly label: ReactNode;
  /** Says the label to a screen reader without showing it. */
  readonly labelUnseen?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly icon?: LucideIcon;
  readonly suffix?: ReactNode;
  /** Lines of a long text; a single-line field without it. */
  readonly lines?: number;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
  readonly onFieldKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A labelled text field; `error` shows below it and marks it invalid. */
export function TextField(props: TextFieldProps) {
  const { label, labelUnseen, hint, error, placeholder, icon, suffix, lines, className } = props;
  const { inputRef, areaRef, onFieldKeyDown, ...rest } = without(props);
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      className={joinClass("fld", className)}
    >
      <Label className={joinClass("lab", labelUnseen === true && "unseen")}>{label}</Label>
      {lines === undefined ? (
        <span className="field">
          {icon === undefined ? null : <Icon of={icon} />}
          <Input {...given({ ref: inputRef, placeholder, onKeyDown: onFieldKeyDown })} />
          {suffix}
        </span>
      ) : (
        <TextArea {...given({ ref: areaRef, placeholder })} className="field area" rows={lines} />
      )}
      {hint === undefined || error !== undefined ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

function without(props: TextFieldProps) {
  const {
    label: _label,
    labelUnseen: _unseen,
    hint: _hint,
    error: _error,
    placeholder: _placeholder,
    icon: _icon,
    suffix: _suffix,
    lines: _lines,
    className: _class,
    ...rest
  } = props;
  return rest;
}

/** The props that were given; the kit below takes an absent prop, not an undefined one. */
type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function given<T extends object>(props: T): Given<T> {
  return Object.fromEntries(
    Object.entries(props).filter(([, value]) => value !== undefined),
  ) as Given<T>;
}
