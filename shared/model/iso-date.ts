import { err, ok, type Result } from "../base/result";

declare const brand: unique symbol;

/** A day that exists in the calendar, as `2026-11-22`. Text order is calendar order. */
export type IsoDate = string & { readonly [brand]: "IsoDate" };

/** `1988-04-01`, or `1988` where only the year is known, as for many people who fled. */
export type BirthDate = string & { readonly [brand]: "BirthDate" };

/** Milliseconds since 1970 by the writer's clock, which may be wrong: shown, never an order. */
export type Instant = number;

const DAY_MS = 86_400_000;

export function parseIsoDate(text: string): Result<IsoDate, "malformed-date"> {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (parts === null) return err("malformed-date");
  const day = new Date(`${text}T00:00:00.000Z`);
  // The engine turns the 30th of February into a day of March: only what comes back as it went in
  // is a day.
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) {
    return err("malformed-date");
  }
  return ok(text as IsoDate);
}

export function parseBirthDate(text: string): Result<BirthDate, "malformed-date"> {
  if (/^(?:19|20)\d{2}$/u.test(text)) return ok(text as BirthDate);
  const day = parseIsoDate(text);
  return day.ok ? ok(text as BirthDate) : day;
}

/** The day of an instant in UTC. Screens that know the time zone say `today` themselves. */
export function dayOf(instant: Instant): IsoDate {
  return new Date(instant).toISOString().slice(0, 10) as IsoDate;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dayOf(Date.parse(`${date}T00:00:00.000Z`) + days * DAY_MS);
}

/** How many days `to` lies after `from`; negative before. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY_MS;
}
