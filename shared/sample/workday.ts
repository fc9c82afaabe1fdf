import type { MemberId } from "../base/ids";
import type { Actor } from "../model/action";
import { addDays, type IsoDate } from "../model/iso-date";
import type { Seeded } from "./seeded";

/** Days without work that have the same date each year, in Baden-Württemberg. */
const CLOSED_ON: ReadonlySet<string> = new Set(
  "01-01 01-06 05-01 10-03 11-01 12-24 12-25 12-26 12-31".split(" "),
);

/** So many days on or back, and further in that direction while offices are closed. */
export function onWorkday(from: IsoDate, days: number): IsoDate {
  let day = addDays(from, days);
  while (isClosed(day)) day = addDays(day, days < 0 ? -1 : 1);
  return day;
}

function isClosed(day: IsoDate): boolean {
  return [0, 6].includes(new Date(day).getUTCDay()) || CLOSED_ON.has(day.slice(5));
}

/** Somebody at their desk on this day, at a full minute of the morning or afternoon. */
export function actorOn(chance: Seeded, member: MemberId, day: string): Actor {
  const at = Date.parse(`${day}T07:00:00Z`) + chance.below(8 * 60) * 60_000;
  return { member, clock: { now: () => at }, random: chance };
}
