import { Check, ChevronDown } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from "react-aria-components";
import { Icon } from "./icon.tsx";
import type { Option } from "./select-field.tsx";
import "./field.css";
import "./list.css";

interface ComboFieldProps<K extends string> {
  readonly label: string;
  readonly options: readonly Option<K>[];
  readonly value: K;
  readonly onChange: (value: K) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** Pixels; about eleven rows. */
const LIST_HEIGHT = 320;

/** One of a long list, found by typing any part of it. */
export function ComboField<K extends string>(props: ComboFieldProps<K>) {
  const { label, options, value, onChange, hint, error } = props;
  const { t } = useTranslation();
  const field = useRef<HTMLSpanElement>(null);
  return (
    <ComboBox
      className="fld"
      value={value}
      onChange={(key) => key !== null && onChange(key as K)}
      defaultItems={options}
      isInvalid={error !== undefined}
      menuTrigger="focus"
    >
      <Label className="lab">{label}</Label>
      <span className="field" ref={field}>
        <Input />
        <Button className="combo-open" aria-label={t("common.showAll")}>
          <Icon of={ChevronDown} />
        </Button>
      </span>
      {hint === undefined || error !== undefined ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <Popover
        className="pop list-pop combo-pop"
        triggerRef={field}
        offset={4}
        maxHeight={LIST_HEIGHT}
      >
        <ListBox<Option<K>>
          className="list"
          renderEmptyState={() => <p className="list-item mute">{t("common.nothingFound")}</p>}
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="list-item">
              <span className="grow cut">{option.label}</span>
              <span className="list-check">
                <Icon of={Check} size={14} />
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
