import type { Handlers } from "../../../src-shared/bridge/contract.ts";
import type { businessChannels } from "../../../src-shared/bridge/contract/business.ts";
import type { customerRecordChannels } from "../../../src-shared/bridge/contract/customer-records.ts";
import type { waitingChannels } from "../../../src-shared/bridge/contract/waiting.ts";
import type { setUpChannels } from "../../../src-shared/bridge/contract/set-up.ts";
import type { scheduleChannels } from "../../../src-shared/bridge/contract/schedule.ts";
import type { AppInfo } from "../../../src-shared/bridge/contract/business.ts";
import { blockHandlers } from "./blocks.ts";
import { appHandlers, businessHandlers } from "./business.ts";
import { customerHandlers, serviceHandlers, staffHandlers } from "./catalogue.ts";
import { customerRecordHandlers } from "./customer-records.ts";
import { editBookingHandlers } from "./edit-booking.ts";
import { lookAtSeriesHandlers } from "./look-at-series.ts";
import { conflictHandlers } from "./list-conflicts.ts";
import { setUpHandlers } from "./set-up.ts";
import { slotHandlers } from "./find-slots.ts";
import { waitlistHandlers } from "./waitlist.ts";
import { newBookingHandlers } from "./new-booking.ts";
import { practiceHandlers } from "./practice.ts";
import { readScheduleHandlers } from "./read-schedule.ts";
import type { Stores } from "./stores.ts";

/** The channels that are answered here; the others belong to the sync. */
export type ScheduleChannel =
  | keyof typeof businessChannels
  | keyof typeof customerRecordChannels
  | keyof typeof scheduleChannels
  | keyof typeof setUpChannels
  | keyof typeof waitingChannels;

/** Every use-case of the desk itself: they work without any calendar and without a network. */
export function createScheduleHandlers(
  stores: Stores,
  about: Omit<AppInfo, "firstRun" | "practising">,
): Pick<Handlers, ScheduleChannel> {
  return {
    ...appHandlers(stores, about),
    ...businessHandlers(stores),
    ...setUpHandlers(stores),
    ...practiceHandlers(stores),
    ...staffHandlers(stores),
    ...serviceHandlers(stores),
    ...customerHandlers(stores),
    ...customerRecordHandlers(stores),
    ...readScheduleHandlers(stores),
    ...newBookingHandlers(stores),
    ...editBookingHandlers(stores),
    ...lookAtSeriesHandlers(stores),
    ...blockHandlers(stores),
    ...conflictHandlers(stores),
    ...slotHandlers(stores),
    ...waitlistHandlers(stores),
  };
}
