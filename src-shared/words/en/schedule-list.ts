/** The list of bookings, day after day. */
export const list = {
  label: "Bookings, day after day",
  filter: "What the list shows",
  by: { staff: "By person", status: "By status", service: "By service" },
  any: { staff: "Everybody", status: "Any status", service: "Any service" },
  some: {
    staff_one: "{{count}} person",
    staff_other: "{{count}} people",
    status_one: "{{count}} status",
    status_other: "{{count}} statuses",
    service_one: "{{count}} service",
    service_other: "{{count}} services",
  },
  showAll: "Show all",
  none: "Nothing booked.",
  noneMatches: "Nothing that matches.",
  noneMatchesTitle: "Nothing matches",
  noneMatchesText: "A year back and a year ahead there is no such booking.",
  emptyText:
    "Press <k>C</k> for a new booking. A walk-in is <k>Shift</k><k>C</k>. They are listed here day by day.",
  end: {
    before: "Nothing more back to {{day}}.",
    after: "Nothing more until {{day}}.",
  },
  further: { before: "Look further back", after: "Look further ahead" },
} as const;
