import type { CaseId } from "@beiakte/shared/base/ids";
import type { Accommodation } from "@beiakte/shared/model/accommodation";
import type { NewCase } from "@beiakte/shared/model/case-file";
import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { Button, IconButton } from "../components/button";
import { Alert } from "../components/notice";
import { Screen } from "../components/screen";
import { useView } from "../components/use-view";
import type { OpenTeam } from "../workspace/workspace";
import { AccommodationSelect } from "./accommodation-select";
import { useText } from "./context";
import { DuplicateWarning } from "./duplicate-warning";
import { type IdentifierDraft, IdentifierFields } from "./identifier-fields";
import { MemberSelect } from "./member-select";
import { emptyDraft, hasName, type PersonDraft, personFrom } from "./person-draft";
import { PersonFields } from "./person-fields";
import { useRequest } from "./use-request";
import { useToday } from "./today";

/** Drafts carry a number of their own: removing one must not move the others' fields. */
type Numbered<Draft> = { readonly number: number; readonly draft: Draft };

export function NewCaseScreen(props: {
  readonly team: OpenTeam;
  /** Found on the page beside the panel: the case is to bear it. */
  readonly identifier?: Omit<IdentifierDraft, "number"> | undefined;
  readonly onBack: () => void;
  readonly onOpen: (id: CaseId) => void;
}) {
  const { team } = props;
  const text = useText();
  const today = useToday();
  const teamView = useView(team.team);
  const { keepsCustomerNumbers } = useView(team.portals.view);
  const request = useRequest<"store-full" | "store-failed">();
  const [persons, setPersons] = useState<readonly Numbered<PersonDraft>[]>([
    { number: 0, draft: emptyDraft("adult", "") },
  ]);
  const [identifiers, setIdentifiers] = useState<readonly IdentifierDraft[]>(() =>
    props.identifier === undefined ? [] : [{ ...props.identifier, number: 0 }],
  );
  const [accommodation, setAccommodation] = useState<Accommodation | undefined>(undefined);
  const [responsible, setResponsible] = useState(teamView.self);
  const [wasTried, setTried] = useState(false);
  const named = persons.filter(({ draft }) => hasName(draft));
  const newCase: NewCase = {
    household: named.flatMap(({ draft }) => {
      const person = personFrom(draft, today);
      // While half a birth date stands there, the name alone already finds duplicates.
      const known = person.ok ? person : personFrom({ ...draft, birth: "" }, today);
      return known.ok ? [known.value] : [];
    }),
    identifiers: identifiers
      .filter((identifier) => identifier.value.trim() !== "")
      .map(({ kind, value }) => ({ kind, value: value.trim() })),
    accommodation,
    responsible,
  };
  const duplicates = team.duplicatesOf(newCase);

  function create() {
    setTried(true);
    if (named.length < persons.length) return;
    if (persons.some(({ draft }) => !personFrom(draft, today).ok)) return;
    request.run(() => team.createCase(newCase), props.onOpen);
  }

  function change(number: number, draft: PersonDraft) {
    setPersons(persons.map((each) => (each.number === number ? { number, draft } : each)));
  }

  return (
    <Screen
      title={text.say("new-case.title")}
      focusKey="new-case"
      before={<IconButton icon="back" name={text.say("app.back")} onPress={props.onBack} />}
      acts={
        <>
          <Button onPress={props.onBack}>{text.say("app.cancel")}</Button>
          <Button tone="primary" isPending={request.isRunning} onPress={create}>
            {text.say("new-case.act")}
          </Button>
        </>
      }
    >
      <Form
        className="form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        {persons.map(({ number, draft }, index) => (
          <fieldset key={number} className="card form-group">
            <legend className="unseen">{text.say("new-case.person", { number: index + 1 })}</legend>
            <div className="group-head">
              <span aria-hidden="true">{text.say("new-case.person", { number: index + 1 })}</span>
              {persons.length > 1 && (
                <IconButton
                  icon="close"
                  name={text.say("new-case.remove-person", { number: index + 1 })}
                  onPress={() => {
                    setPersons(persons.filter((each) => each.number !== number));
                  }}
                />
              )}
            </div>
            <PersonFields
              draft={draft}
              wasTried={wasTried}
              autoFocus={number > 0}
              onChange={(next) => {
                change(number, next);
              }}
            />
          </fieldset>
        ))}
        <div>
          <Button
            size="small"
            onPress={() => {
              const last = persons.at(-1);
              setPersons([
                ...persons,
                {
                  number: (last?.number ?? 0) + 1,
                  draft: emptyDraft(
                    persons.length === 1 ? "adult" : "child",
                    last?.draft.familyName ?? "",
                  ),
                },
              ]);
            }}
          >
            {text.say("new-case.add-person")}
          </Button>
        </div>
        <DuplicateWarning rows={duplicates} onOpen={props.onOpen} />
        <div className="card form-group">
          <AccommodationSelect
            accommodations={teamView.accommodations}
            value={accommodation}
            onChange={setAccommodation}
          />
          <MemberSelect
            label={text.say("case.responsible-label")}
            team={teamView}
            value={responsible}
            onChange={setResponsible}
          />
        </div>
        <IdentifierFields
          drafts={identifiers}
          keepsCustomerNumbers={keepsCustomerNumbers}
          onChange={setIdentifiers}
        />
        {request.fault !== undefined && <Alert words={text.say(`fault.${request.fault}`)} />}
        {/* Enter in any field creates the case; the seen button stands below with the actions. */}
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
      </Form>
    </Screen>
  );
}
