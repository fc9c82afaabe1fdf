/**
 * The days that a text names: `22.11.2026`, `1.2.27`, `2027-02-01`, `1. Februar 2027`. Only days
 * that the calendar has, each once, in order of their first mention.
 */
import { type IsoDate, parseIsoDate } from "./iso-date";

const MONTHS = [
  ["januar", "jänner", "jan"],
  ["februar", "feb"],
  ["märz", "mrz"],
  ["april", "apr"],
  ["mai"],
  ["juni", "jun"],
  ["juli", "jul"],
  ["august", "aug"],
  ["september", "sept", "sep"],
  ["oktober", "okt"],
  ["november", "nov"],
  ["dezember", "dez"],
] as const;

/** A page that is a list of payments would offer all its days. */
const DATES_MOST = 12;

// Each part has a bounded length, and none can begin in the middle of a longer number.
const FORMS = new RegExp(
  [
    String.raw`(?<!\d|\d[.,:/-])(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4}|\d{2})(?!\d|[.,:/-]\d)`,
    String.raw`(?<!\d|\d[.,:/-])(?<iso>\d{4}-\d{2}-\d{2})(?!\d|[.,/-]\d)`,
    String.raw`(?<!\d|\d[.,:/-])(?<ofMonth>\d{1,2})\.\s{0,2}(?<name>\p{L}{3,9})\.?\s{1,2}(?<named>\d{4})(?!\d|[.,:/-]\d)`,
  ].join("|"),
  "gu",
);

export function datesInText(text: string): readonly IsoDate[] {
  const dates = new Set<IsoDate>();
  for (const { groups = {} } of text.matchAll(FORMS)) {
    const date = parseIsoDate(isoOf(groups));
    if (date.ok) dates.add(date.value);
    if (dates.size === DATES_MOST) break;
  }
  return [...dates];
}

function isoOf(groups: Readonly<Record<string, string | undefined>>): string {
  const { day, iso, month, name, named, ofMonth, year } = groups;
  if (iso !== undefined) return iso;
  if (day !== undefined && month !== undefined && year !== undefined) {
    // Letters of an office speak of this century; who was born in the last one is written out.
    return `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`;
  }
  const at = MONTHS.findIndex((names) => names.some((one) => one === name?.toLowerCase()));
  return at < 0 ? "" : `${named}-${two(String(at + 1))}-${two(ofMonth ?? "")}`;
}

function two(digits: string): string {
  return digits.padStart(2, "0");
}
