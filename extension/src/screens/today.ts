import { assert } from "@beiakte/shared/base/assert";
import type { Clock } from "@beiakte/shared/base/ports";
import { type IsoDate, parseIsoDate } from "@beiakte/shared/model/iso-date";
import { isoDayOf } from "../text/dates";
import { useApp } from "./context";

/** The day it is where this machine stands: deadlines are judged by it. */
export function todayOf(clock: Pick<Clock, "now">): IsoDate {
  const today = parseIsoDate(isoDayOf(clock.now()));
  assert(today.ok, "the clock shows a day of the calendar");
  return today.value;
}

export function useToday(): IsoDate {
  return todayOf(useApp().surroundings.clock);
}
