import type { MemberId } from "@beiakte/shared/base/ids";
import type { Actor, Undo } from "@beiakte/shared/model/action";
import { fullName } from "@beiakte/shared/model/household";
import type { CaseFileView } from "@beiakte/shared/model/case-file";
import type { Responsible } from "@beiakte/shared/model/responsible";
import type { PortalFact } from "@beiakte/shared/portal/profile";
import type * as Y from "yjs";
import type { Text } from "../text/text";
import type { MemberView, TeamView } from "../workspace/workspace";

/** One thing of a case that may go into a portal's field. */
export type Fact = {
  readonly label: string;
  readonly text: string;
  /** Where portals have fields for it. */
  readonly portalFact?: PortalFact;
};

/** What every part of an open case is given: what it shows, and the one hand that changes it. */
export type CaseDesk = {
  readonly file: CaseFileView;
  readonly team: TeamView;
  /** Runs an action of the model; with `words`, what it did is offered to be taken back. */
  readonly act: (
    action: (doc: Y.Doc, actor: Actor) => Undo | undefined | void,
    words?: string,
  ) => void;
  /** Shows where in the portal this would go, and offers to insert or to copy it. */
  readonly give: (fact: Fact) => void;
  /** Whether the Kundennummer of the Bundesagentur may be kept. */
  readonly keepsCustomerNumbers: boolean;
  /** Neither closed nor archived nor written by a newer version. */
  readonly mayChange: boolean;
};

export function memberName(
  members: readonly MemberView[],
  id: MemberId | undefined,
  text: Text,
): string {
  if (id === undefined) return text.say("member.nobody");
  return members.find((member) => member.member === id)?.name ?? text.say("member.former");
}

export function responsibleWords(
  responsible: Responsible | undefined,
  desk: CaseDesk,
  text: Text,
): string | undefined {
  if (responsible === undefined) return undefined;
  switch (responsible.type) {
    case "member":
      return memberName(desk.team.members, responsible.memberId, text);
    case "person": {
      const person = desk.file.household.find((each) => each.personId === responsible.personId);
      return person === undefined ? text.say("person.unknown") : fullName(person);
    }
    case "volunteer":
      return text.say("responsible.volunteer-named", { name: responsible.name });
    case "office":
      return responsible.name;
  }
}
