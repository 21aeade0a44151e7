import type { LucideIcon } from "lucide-react";
import { joinClass } from "./join-class.ts";

interface IconProps {
  readonly of: LucideIcon;
  /** Pixels; 16 beside text, 12 to 14 inside blocks and small controls. */
  readonly size?: 12 | 13 | 14 | 16 | 18 | 20;
  readonly className?: string;
}

/** A lucide icon in the stroke of the look: 1.75 at 16, 2 below 14. Decoration only: the words stand beside it. */
export function Icon({ of: Drawing, size = 16, className }: IconProps) {
  return (
    <Drawing
      size={size}
      strokeWidth={size < 14 ? 2 : 1.75}
      className={joinClass("i", className)}
      aria-hidden
    />
  );
}

/** Bellhop's own mark. */
export function Bell({ size = 16 }: { readonly size?: number }) {
  return (
    <svg
      className="i"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="currentColor"
      aria-hidden
    >
      <path d="M6 1h4v2H9v1H7V3H6z" />
      <path d="M1 11a7 7 0 0 1 14 0z" />
      <rect x="0" y="12" width="16" height="3" rx="1" />
    </svg>
  );
}
