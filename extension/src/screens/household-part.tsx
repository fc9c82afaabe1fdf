import { languageLabel } from "@beiakte/shared/model/choices";
import {
  addPerson,
  changePerson,
  fullName,
  type PersonView,
  removePerson,
} from "@beiakte/shared/model/household";
import { useState } from "react";
import { Button } from "../components/button";
import { writtenDay } from "../text/dates";
import type { Text } from "../text/text";
import type { CaseDesk, Fact } from "./case-desk";
import { useText } from "./context";
import { FactButton } from "./fact-button";
import { factWords } from "./fact-words";
import { FormDialog } from "./form-dialog";
import { draftOf, emptyDraft, hasName, personFrom } from "./person-draft";
import { PersonFields } from "./person-fields";
import { useToday } from "./today";

export function HouseholdPart(props: { readonly desk: CaseDesk }) {
  const { desk } = props;
  const text = useText();
  const [edited, setEdited] = useState<PersonView | "new" | undefined>(undefined);
  const close = () => {
    setEdited(undefined);
  };
  return (
    <section className="form" aria-labelledby="file-household">
      <h2 id="file-household">{text.say("file.household")}</h2>
      <ul className="card rows">
        {desk.file.household.map((person) => {
          const name = fullName(person);
          return (
            <li key={person.personId} className="line line-person">
              <span className="line-words">
                <b>{name === "" ? text.say("person.unknown") : name}</b>
                <span className="small quiet">
                  {[
                    text.say(`person.role-${person.role}`),
                    person.birthDate === undefined
                      ? undefined
                      : text.say("person.born", {
                          day: writtenDay(person.birthDate, text.language),
                        }),
                    person.languages.map((code) => languageLabel(code)[text.language]).join(", "),
                  ]
                    .filter((fact) => fact !== undefined && fact !== "")
                    .join(" · ")}
                </span>
              </span>
              <FactButton
                name={text.say("insert.of-person", { name })}
                facts={personFacts(person, text)}
                desk={desk}
              />
              {desk.mayChange && (
                <Button
                  tone="plain"
                  name={text.say("person.edit-name", { name })}
                  onPress={() => {
                    setEdited(person);
                  }}
                >
                  {text.say("app.edit")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {desk.mayChange && (
        <div>
          <Button
            size="small"
            onPress={() => {
              setEdited("new");
            }}
          >
            {text.say("new-case.add-person")}
          </Button>
        </div>
      )}
      {edited !== undefined && (
        <PersonDialog desk={desk} person={edited === "new" ? undefined : edited} onClose={close} />
      )}
    </section>
  );
}

/** A name of one part is one fact; days stand as a German form wants them. */
function personFacts(person: PersonView, text: Text): readonly Fact[] {
  const { birthDate, familyName, givenName } = person;
  const parts = [
    { label: factWords("given_name", text), text: givenName, portalFact: "given_name" as const },
    { label: factWords("family_name", text), text: familyName, portalFact: "family_name" as const },
  ].filter((part) => part.text !== "");
  return [
    { label: text.say("insert.fact-name"), text: fullName(person) },
    ...(parts.length > 1 ? parts : []),
    {
      label: factWords("birth_date", text),
      text: birthDate === undefined ? "" : writtenDay(birthDate, "de"),
      portalFact: "birth_date",
    },
  ];
}

function PersonDialog(props: {
  readonly desk: CaseDesk;
  readonly person: PersonView | undefined;
  readonly onClose: () => void;
}) {
  const { desk, person } = props;
  const text = useText();
  const today = useToday();
  const [draft, setDraft] = useState(
    person === undefined
      ? emptyDraft("child", desk.file.household[0]?.familyName ?? "")
      : draftOf(person, text.language),
  );
  const [wasTried, setTried] = useState(false);
  return (
    <FormDialog
      title={text.say(person === undefined ? "new-case.add-person" : "person.edit")}
      act={text.say("app.take-over")}
      removal={
        person && {
          label: text.say("person.remove"),
          onPress: () => {
            desk.act(
              (doc, actor) => removePerson(doc, actor, person.personId),
              text.say("undo.person-removed"),
            );
          },
        }
      }
      onClose={props.onClose}
      onSubmit={() => {
        setTried(true);
        const next = personFrom(draft, today);
        if (!next.ok || !hasName(draft)) return;
        desk.act((doc, actor) => {
          if (person === undefined) addPerson(doc, actor, next.value);
          else changePerson(doc, actor, person.personId, next.value);
        });
        props.onClose();
      }}
    >
      <PersonFields draft={draft} onChange={setDraft} wasTried={wasTried} autoFocus />
    </FormDialog>
  );
}
