/** What of a case portals have fields for. */
import { PORTAL_FACTS, type PortalFact } from "@beiakte/shared/portal/profile";
import type { SelectChoice } from "../components/select-input";
import type { Text } from "../text/text";
import { kindWords } from "./profile-rows";

export function factWords(fact: PortalFact, text: Text): string {
  switch (fact) {
    case "given_name":
      return text.say("insert.fact-given-name");
    case "family_name":
      return text.say("insert.fact-family-name");
    case "birth_date":
      return text.say("insert.fact-birth-date");
    case "note":
      return text.say("insert.fact-note");
    case "file_number":
    case "bg_number":
      return kindWords(fact, text);
  }
}

export function factChoices(text: Text): readonly SelectChoice<PortalFact>[] {
  return PORTAL_FACTS.map((id) => ({ id, label: factWords(id, text) }));
}
