import { setAccommodation, setCaseResponsible } from "@beiakte/shared/model/case-file";
import { AccommodationSelect } from "./accommodation-select";
import type { Text } from "../text/text";
import type { CaseDesk, Fact } from "./case-desk";
import { memberName } from "./case-desk";
import { accommodationWords } from "./case-words";
import { CaseStatusPart } from "./case-status-part";
import { useText } from "./context";
import { FactButton } from "./fact-button";
import { HouseholdPart } from "./household-part";
import { IdentifiersPart } from "./identifiers-part";
import { MemberSelect } from "./member-select";

/** The file itself: who, where, whose, under which numbers, and how the case ends. */
export function FileTab(props: { readonly desk: CaseDesk }) {
  const { desk } = props;
  const text = useText();
  return (
    <>
      <HouseholdPart desk={desk} />
      <section className="form" aria-labelledby="file-where">
        <div className="title-row">
          <h2 id="file-where">{text.say("file.where-and-who")}</h2>
          <FactButton name={text.say("insert.of-case")} facts={caseFacts(desk, text)} desk={desk} />
        </div>
        {desk.mayChange ? (
          <div className="card form-group">
            <AccommodationSelect
              accommodations={desk.team.accommodations}
              value={desk.file.accommodation}
              onChange={(accommodation) => {
                desk.act((doc) => {
                  setAccommodation(doc, accommodation);
                });
              }}
            />
            <MemberSelect
              label={text.say("case.responsible-label")}
              team={desk.team}
              value={desk.file.responsible}
              onChange={(member) => {
                desk.act((doc) => {
                  setCaseResponsible(doc, member);
                });
              }}
            />
          </div>
        ) : (
          <div className="card form-group">
            <p>
              {accommodationWords(desk.file.accommodation, text) ??
                text.say("accommodation.unknown")}
              <br />
              {memberName(desk.team.members, desk.file.responsible, text)}
            </p>
          </div>
        )}
      </section>
      <IdentifiersPart desk={desk} />
      <CaseStatusPart desk={desk} />
    </>
  );
}

function caseFacts({ file, team }: CaseDesk, text: Text): readonly Fact[] {
  const { accommodation, responsible } = file;
  return [
    {
      label: text.say("accommodation.label"),
      text: accommodationWords(accommodation, text) ?? "",
    },
    {
      label: text.say("case.responsible-label"),
      text: responsible === undefined ? "" : memberName(team.members, responsible, text),
    },
  ];
}
