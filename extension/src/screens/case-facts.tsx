import { languageLabel } from "@beiakte/shared/model/choices";
import type { PersonView } from "@beiakte/shared/model/household";
import type { Text } from "../text/text";
import { type CaseDesk, memberName } from "./case-desk";
import { accommodationWords } from "./case-words";
import { useText } from "./context";

/** What one needs on the telephone, in two lines. */
export function CaseFacts(props: { readonly desk: CaseDesk }) {
  const { file, team } = props.desk;
  const text = useText();
  const where = accommodationWords(file.accommodation, text);
  const who = text.say("case.responsible", {
    name: memberName(team.members, file.responsible, text),
  });
  return (
    <div className="facts">
      <p>{householdWords(file.household, text)}</p>
      <p>{[where, who].filter((fact) => fact !== undefined).join(" · ")}</p>
    </div>
  );
}

/** "Rania (1988), Samir (1985), 3 Kinder · Arabisch, Kurdisch". */
function householdWords(household: readonly PersonView[], text: Text): string {
  if (household.length === 0) return text.say("household.none");
  const grown = household.filter((person) => person.role !== "child");
  const children = household.length - grown.length;
  const persons = grown.map((person) => {
    const year = person.birthDate?.slice(0, 4);
    const name = person.givenName === "" ? person.familyName : person.givenName;
    return year === undefined ? name : `${name} (${year})`;
  });
  if (children > 0) persons.push(text.say("household.children", { count: children }));
  const languages = new Set(household.flatMap((person) => person.languages));
  const spoken = [...languages].map((code) => languageLabel(code)[text.language]).join(", ");
  return [persons.join(", "), spoken].filter((part) => part !== "").join(" · ");
}
