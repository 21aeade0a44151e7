import { BookOpen, Coffee, Lock, Moon } from "lucide-react";
import { type CSSProperties, memo } from "react";
import { useTranslation } from "react-i18next";
import type { Block } from "../../../src-shared/domain/block.ts";
import { select, useWindow } from "../../store/window.ts";
import type { Formats } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import { joinClass } from "../../ui/join-class.ts";
import type { Lane } from "../grid/layout.ts";
import { isDayOff, type PlacedBlock } from "../grid/place.ts";
import { heightOfBlock, laneStyle } from "./booking-block.tsx";
import { useLifted } from "./drag-store.ts";
import { useGoogleWords } from "./google-words.ts";
import { keyOfBlock } from "../../store/booking-key.ts";
import "./block-block.css";

interface BlockProps {
  readonly placed: PlacedBlock;
  readonly top: number;
  readonly pxPerMinute: number;
  readonly formats: Formats;
}

interface DeskBlockProps extends BlockProps {
  readonly lane: Lane;
}

function useSelected(id: string): boolean {
  return useWindow((s) => s.selection?.is === "block" && s.selection.id === id);
}

/** Our own blocked time: diagonal hatch. */
export const DeskBlock = memo(function DeskBlock(props: DeskBlockProps) {
  const { placed, top, pxPerMinute, formats, lane } = props;
  const { t } = useTranslation();
  const { block } = placed;
  const key = keyOfBlock(block);
  const height = heightOfBlock(placed.to - placed.from, pxPerMinute);
  const title = useTitle(block);
  const times = { start: formats.time(block.start), end: formats.time(block.end) };
  const selected = useSelected(key);
  const lifted = useLifted(key);
  return (
    <li>
      <button
        type="button"
        tabIndex={-1}
        data-id={key}
        data-drag="block"
        aria-pressed={selected}
        className={joinClass(
          blockClass(height),
          selected && "sel",
          lifted && "ghosted",
          isDayOff(block) && "day-off",
        )}
        style={{ "--top": `${top}px`, top, height, ...laneStyle(lane) } as CSSProperties}
        onClick={() => select({ is: "block", id: key })}
      >
        <span className="unseen">
          {block.allDay === null
            ? t("schedule.blockLabel", { title, ...times })
            : t("schedule.blockDayLabel", { title })}
        </span>
        <BlockWords block={block} />
        <i className="bk-now" />
        {block.allDay === null ? <i className="bk-edge" data-drag="edge" /> : null}
      </button>
    </li>
  );
});

export function blockClass(height: number): string {
  return joinClass("blk", height > 60 && "tall");
}

/** Its reason, or that it is blocked. */
function useTitle({ title }: Block): string {
  const { t } = useTranslation();
  return title === "" ? t("schedule.blockedTime") : title;
}

/** The words of a block; also drawn on what is dragged. */
export function BlockWords({ block }: { readonly block: Block }) {
  const title = useTitle(block);
  return (
    <span className="lb" aria-hidden>
      <Icon of={isDayOff(block) ? Moon : BREAK.test(title) ? Coffee : BookOpen} size={13} />
      <span className="cut">{title}</span>
    </span>
  );
}

/** A break gets a cup; anything else a book. Only decoration, so words of a few languages are enough. */
const BREAK = /lunch|break|coffee|pause|mittag|déjeuner|almuerzo|pranzo/i;

interface GoogleBlockProps extends BlockProps {
  readonly everyone: boolean;
}

/** Google's busy time: upright stripes, read-only. */
export const GoogleBlock = memo(function GoogleBlock(props: GoogleBlockProps) {
  const { placed, top, pxPerMinute, formats, everyone } = props;
  const { t } = useTranslation();
  const { block } = placed;
  const words = useGoogleWords(block, everyone);
  const height = heightOfBlock(placed.to - placed.from, pxPerMinute);
  const times = { start: formats.time(block.start), end: formats.time(block.end) };
  return (
    <li>
      <button
        type="button"
        tabIndex={-1}
        data-id={keyOfBlock(block)}
        data-drag="block"
        aria-pressed={useSelected(keyOfBlock(block))}
        className={joinClass("gg", useSelected(keyOfBlock(block)) && "sel")}
        style={{ "--top": `${top}px`, top, height } as CSSProperties}
        onClick={() => select({ is: "block", id: keyOfBlock(block) })}
      >
        <span className="unseen">{t("schedule.googleLabel", times)}</span>
        <span className="lb" aria-hidden>
          <Icon of={Lock} size={12} />
          {words}
        </span>
        <i className="gg-now" />
      </button>
    </li>
  );
});
