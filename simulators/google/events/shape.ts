import { z } from "zod";

const text = z.string().nullish();
const flag = z.boolean().nullish();
const time = z.looseObject({ date: text, dateTime: text, timeZone: text }).nullish();
const properties = z.record(z.string(), z.string().nullable()).nullish();
const person = z.looseObject({ email: text, displayName: text, self: flag });

/** The JSON types of an event's members; what the values mean is checked later. */
export const eventShape = z.looseObject({
  id: text,
  iCalUID: text,
  summary: text,
  description: text,
  location: text,
  status: text,
  transparency: text,
  visibility: text,
  eventType: text,
  colorId: z.union([z.string(), z.number()]).nullish(),
  sequence: z.number().int().nullish(),
  start: time,
  end: time,
  recurrence: z.array(z.string()).nullish(),
  organizer: person.nullish(),
  attendees: z.array(person).nullish(),
  extendedProperties: z.looseObject({ private: properties, shared: properties }).nullish(),
  reminders: z
    .looseObject({
      useDefault: flag,
      overrides: z.array(z.looseObject({ method: z.string(), minutes: z.number() })).nullish(),
    })
    .nullish(),
  guestsCanModify: flag,
  guestsCanInviteOthers: flag,
  guestsCanSeeOtherGuests: flag,
});
