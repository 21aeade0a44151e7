import type { ReactNode } from "react";
import { type Control, Controller, type FieldValues, type Path } from "react-hook-form";
import { TextField } from "./field.tsx";

interface FormTextProps<Typed extends FieldValues, Read> {
  readonly control: Control<Typed, unknown, Read>;
  readonly name: Path<Typed>;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  readonly lines?: number;
  readonly type?: "text" | "tel" | "email";
  readonly inputMode?: "text" | "numeric" | "decimal";
  readonly isRequired?: boolean;
  readonly maxLength?: number;
  readonly suffix?: ReactNode;
}

/** A text field of a form. */
export function FormText<Typed extends FieldValues, Read>(props: FormTextProps<Typed, Read>) {
  const { control, name, isRequired, ...rest } = props;
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <TextField
          {...rest}
          isRequired={isRequired ?? false}
          validationBehavior="aria"
          name={field.name}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          error={fieldState.error?.message}
          {...(rest.lines === undefined ? { inputRef: field.ref } : { areaRef: field.ref })}
        />
      )}
    />
  );
}
