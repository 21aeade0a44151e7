import { parseDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  Label,
  Popover,
} from "react-aria-components";
import type { CalendarDate } from "../../src-shared/domain/primitives.ts";
import { Icon } from "./icon.tsx";
import { joinClass } from "./join-class.ts";
import "./field.css";
import "./date-field.css";

interface DateFieldProps {
  readonly label: string;
  readonly labelUnseen?: boolean;
  readonly value: CalendarDate | null;
  readonly onChange: (value: CalendarDate | null) => void;
  readonly firstDay?: "mon" | "sat" | "sun";
  readonly error?: string | undefined;
}

/** A day, typed or picked from a month. */
export function DateField(props: DateFieldProps) {
  const { label, labelUnseen, value, onChange, firstDay = "mon", error } = props;
  return (
    <DatePicker
      className="fld"
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date === null ? null : date.toString())}
      isInvalid={error !== undefined}
      firstDayOfWeek={firstDay}
    >
      <Label className={joinClass("lab", labelUnseen === true && "unseen")}>{label}</Label>
      <Group className="field">
        <DateInput className="grow row date-input">
          {(segment) => <DateSegment segment={segment} className="date-segment" />}
        </DateInput>
        <Button className="combo-open">
          <Icon of={CalendarDays} />
        </Button>
      </Group>
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="pop" offset={4}>
        <Dialog className="date-pop">
          <Calendar>
            <header className="row">
              <Button slot="previous" className="btn quiet icon">
                <Icon of={ChevronLeft} />
              </Button>
              <Heading className="grow name date-month" />
              <Button slot="next" className="btn quiet icon">
                <Icon of={ChevronRight} />
              </Button>
            </header>
            <CalendarGrid>
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell className="date-weekday">{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => <CalendarCell date={date} className="date-cell" />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
