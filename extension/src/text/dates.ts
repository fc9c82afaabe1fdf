/** Days and times as an office writes them: 22.11.2026, 10:40. */
import type { Language } from "./text";

const LOCALES = { de: "de-DE", en: "en-GB" } as const;

export function localeOf(language: Language): string {
  return LOCALES[language];
}

/** An instant's day in the machine's time zone, as `2026-11-22`. */
export function isoDayOf(instant: number): string {
  const day = new Date(instant);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** `2026-11-22` as 22.11.2026 (22/11/2026 in English). A year alone stays a year. */
export function writtenDay(isoDay: string, language: Language): string {
  const parts = isoDay.split("-");
  if (parts.length !== 3) return isoDay;
  return parts.reverse().join(language === "de" ? "." : "/");
}

/** As `writtenDay`, without the year where it is this year's: 22.11. */
export function shortDay(isoDay: string, today: string, language: Language): string {
  if (isoDay.slice(0, 4) !== today.slice(0, 4)) return writtenDay(isoDay, language);
  const [, month = "", day = ""] = isoDay.split("-");
  return language === "de" ? `${day}.${month}.` : `${day}/${month}`;
}

export function writtenTime(instant: number, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    hour: "2-digit",
    minute: "2-digit",
  }).format(instant);
}

/** Freitag, 20.11.2026. */
export function writtenWeekday(instant: number, language: Language): string {
  const weekday = new Intl.DateTimeFormat(localeOf(language), { weekday: "long" }).format(instant);
  return `${weekday}, ${writtenDay(isoDayOf(instant), language)}`;
}

/**
 * What a hurried person types: `22.11.`, `22.11.26`, `22.11.2026`, `22/11`, or an ISO date. Without
 * a year it is the next such day from `today` on. Only the form is judged here: whether the
 * calendar has that day is for `parseIsoDate`.
 */
export function typedDay(typed: string, today: string): string | undefined {
  const text = typed.trim();
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return text;
  const parts = /^(\d{1,2})[./ ]\s*(\d{1,2})(?:[./ ]\s*(\d{4}|\d{2})?)?$/u.exec(text);
  if (parts === null) return undefined;
  const [, day = "", month = "", year] = parts;
  const monthAndDay = `${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (year !== undefined) return `${year.length === 2 ? `20${year}` : year}-${monthAndDay}`;
  const thisYear = Number(today.slice(0, 4));
  return `${monthAndDay >= today.slice(5) ? thisYear : thisYear + 1}-${monthAndDay}`;
}

/** `1988`, `1.4.1988`, `01.04.88` or an ISO date; two figures are the last such year before now. */
export function typedBirth(typed: string, today: string): string | undefined {
  const text = typed.trim();
  if (/^\d{4}(?:-\d{2}-\d{2})?$/u.test(text)) return text;
  const parts = /^(\d{1,2})[./ ]\s*(\d{1,2})[./ ]\s*(\d{4}|\d{2})$/u.exec(text);
  if (parts === null) return undefined;
  const [, day = "", month = "", written = ""] = parts;
  const year = written.length === 4 ? written : `20${written}`;
  const full = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return written.length === 2 && full > today ? `19${written}${full.slice(4)}` : full;
}
