import { Check } from "lucide-react";
import type { ReactNode } from "react";
import {
  Checkbox as AriaCheckbox,
  Label,
  Radio,
  RadioGroup,
  Switch as AriaSwitch,
  ToggleButton,
  ToggleButtonGroup,
} from "react-aria-components";
import { Icon } from "./icon.tsx";
import { joinClass } from "./join-class.ts";
import "./choices.css";
import "./segments.css";

interface OnOffProps {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly children: ReactNode;
  readonly isDisabled?: boolean;
  readonly labelUnseen?: boolean;
}

/** A tick box with its words. */
export function Checkbox({ isSelected, onChange, children, isDisabled, labelUnseen }: OnOffProps) {
  return (
    <AriaCheckbox
      className="onoff"
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled ?? false}
    >
      <span className="check">{isSelected ? <Icon of={Check} size={12} /> : null}</span>
      <span className={joinClass(labelUnseen === true && "unseen")}>{children}</span>
    </AriaCheckbox>
  );
}

/** Something that is on or off at once. */
export function Switch({ isSelected, onChange, children, isDisabled, labelUnseen }: OnOffProps) {
  return (
    <AriaSwitch
      className="onoff"
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled ?? false}
    >
      <span className="switch" />
      <span className={joinClass(labelUnseen === true && "unseen")}>{children}</span>
    </AriaSwitch>
  );
}

interface Choice<K extends string> {
  readonly id: K;
  readonly label: ReactNode;
  readonly detail?: ReactNode;
  readonly disabled?: boolean;
}

interface ChoicesProps<K extends string> {
  readonly label: string;
  readonly labelUnseen?: boolean;
  readonly choices: readonly Choice<K>[];
  /** Null while nothing is chosen. */
  readonly value: K | null;
  readonly onChange: (value: K) => void;
  /** The chosen one has the focus when they appear. */
  readonly autoFocus?: boolean;
}

/** One of a few, all of them to be seen. */
export function RadioChoices<K extends string>(props: ChoicesProps<K>) {
  return (
    <RadioGroup
      className="radios"
      value={props.value}
      onChange={(value) => props.onChange(value as K)}
    >
      <Label className={joinClass("lab", props.labelUnseen === true && "unseen")}>
        {props.label}
      </Label>
      {props.choices.map((choice) => (
        <Radio
          key={choice.id}
          value={choice.id}
          isDisabled={choice.disabled ?? false}
          autoFocus={props.autoFocus === true && choice.id === props.value}
          className="onoff radio-row"
        >
          <span className="radio" />
          <span className="grow">
            <span className="radio-label">{choice.label}</span>
            {choice.detail === undefined ? null : (
              <span className="sub small">{choice.detail}</span>
            )}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** One of a few short words in a row. */
export function Segments<K extends string>(props: Omit<ChoicesProps<K>, "labelUnseen">) {
  return (
    <ToggleButtonGroup
      className="seg"
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={props.value === null ? [] : [props.value]}
      onSelectionChange={(keys) => {
        for (const key of keys) props.onChange(key as K);
      }}
    >
      {props.choices.map((choice) => (
        <ToggleButton
          key={choice.id}
          id={choice.id}
          className="seg-item"
          isDisabled={choice.disabled ?? false}
        >
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
