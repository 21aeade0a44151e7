import { Check, ChevronDown } from "lucide-react";
import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from "react-aria-components";
import type { Tint } from "../../src-shared/domain/business.ts";
import { Icon } from "./icon.tsx";
import { joinClass } from "./join-class.ts";
import { Swatch } from "./swatch.tsx";
import "./field.css";
import "./list.css";

export interface Option<K extends string = string> {
  readonly id: K;
  readonly label: string;
  readonly detail?: string;
  readonly tint?: Tint;
  readonly disabled?: boolean;
}

export interface SelectFieldProps<K extends string> {
  readonly label: string;
  readonly labelUnseen?: boolean;
  readonly options: readonly Option<K>[];
  readonly value: K | null;
  readonly onChange: (value: K) => void;
  readonly placeholder?: string;
  readonly error?: string | undefined;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** One of a list, chosen from a pop-over. */
export function SelectField<K extends string>(props: SelectFieldProps<K>) {
  const { label, labelUnseen, options, value, onChange, placeholder, error, isDisabled } = props;
  return (
    <Select
      className={joinClass("fld", props.className)}
      value={value}
      onChange={(key) => key !== null && onChange(key as K)}
      isInvalid={error !== undefined}
      isDisabled={isDisabled ?? false}
      placeholder={placeholder ?? ""}
      disabledKeys={options.filter((o) => o.disabled === true).map((o) => o.id)}
    >
      <Label className={joinClass("lab", labelUnseen === true && "unseen")}>{label}</Label>
      <Button className="field">
        <SelectValue className="grow row cut select-value" />
        <Icon of={ChevronDown} />
      </Button>
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="pop list-pop" offset={4}>
        <ListBox className="list" items={options}>
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </Select>
  );
}

function OptionRow({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className="list-item">
      {option.tint === undefined ? null : <Swatch tint={option.tint} />}
      <span className="grow cut">{option.label}</span>
      {option.detail === undefined ? null : <span className="sub small">{option.detail}</span>}
      <span className="list-check">
        <Icon of={Check} size={14} />
      </span>
    </ListBoxItem>
  );
}
