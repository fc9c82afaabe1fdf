/** How the parts of a case are said in one line. Words from the text, labels from the catalogue. */
import type { Accommodation } from "@beiakte/shared/model/accommodation";
import type { CaseTitle } from "@beiakte/shared/model/case-row";
import { daysBetween, type IsoDate } from "@beiakte/shared/model/iso-date";
import type { StepLabel } from "@beiakte/shared/model/plan-view";
import { HOUSING_CHOICES, labelOf } from "@beiakte/shared/model/choices";
import { shortDay } from "../text/dates";
import type { Text } from "../text/text";

export function caseTitle(title: CaseTitle, text: Text): string {
  switch (title.type) {
    case "family":
      return text.say("case.family", { name: title.name });
    case "single":
      return title.name;
    case "nameless":
      return text.say("case.nameless");
  }
}

export function accommodationWords(
  accommodation: Accommodation | undefined,
  text: Text,
): string | undefined {
  if (accommodation === undefined) return undefined;
  if (accommodation.type === "municipal") {
    return text.say("accommodation.named", { name: accommodation.name });
  }
  return labelOf(HOUSING_CHOICES, accommodation.type)[text.language];
}

export function stepWords(label: StepLabel, text: Text): string {
  return label.type === "own" ? label.text : label.label[text.language];
}

export type DueWords = { readonly tone: "bad" | "warn" | "later"; readonly words: string };

/** In words what a date means today: red and amber never stand alone. */
export function dueWords(
  date: IsoDate | undefined,
  today: IsoDate,
  text: Text,
): DueWords | undefined {
  if (date === undefined) return undefined;
  const days = daysBetween(today, date);
  if (days < 0) return { tone: "bad", words: text.say("due.overdue", { count: -days }) };
  if (days === 0) return { tone: "warn", words: text.say("due.today") };
  if (days === 1) return { tone: "warn", words: text.say("due.tomorrow") };
  return {
    tone: "later",
    words: text.say("due.on", { day: shortDay(date, today, text.language) }),
  };
}
