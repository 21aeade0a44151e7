/** Walking over the times of the grid by key, and picking a booking up to place it elsewhere. */
export const moving = {
  command: "Move…",
  label: "{{customer}} is picked up",
  from: "from {{day}}, {{time}}, {{count}} min",
  how: "Turn to any day or person, then click a time or press Enter on one.",
  putItBack: "Put back",
  escape: "Esc",
  pickedUp:
    "{{customer}} is picked up. Arrow keys choose a time, Page Down the next day, Enter places, Escape puts back.",
  putBack: "{{customer}} stays where it was.",
  slot: "{{day}}, {{time}}, {{name}}, {{state}}",
  free: "free",
  slotHint: "Arrow keys choose a time, Enter books it",
} as const;
