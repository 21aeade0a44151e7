import { Repeat } from "lucide-react";
import type { CalendarDate } from "../../../src-shared/domain/primitives.ts";
import { Icon } from "../../ui/icon.tsx";
import { useRuleWords } from "./repeat-words.ts";

interface LineProps {
  readonly rule: string;
  readonly date: CalendarDate;
}

/** How a booking repeats, as a fact of the pane. */
export function RepeatLine({ rule, date }: LineProps) {
  const words = useRuleWords()(rule, date);
  return (
    <div>
      <Icon of={Repeat} />
      <span>{words.charAt(0).toUpperCase() + words.slice(1)}</span>
    </div>
  );
}
