import {
  IDENTIFIER_CHOICES,
  IDENTIFIER_LABELS,
  identifierChoices,
  labelOf,
} from "@beiakte/shared/model/choices";
import {
  addIdentifier,
  changeIdentifier,
  type IdentifierView,
  removeIdentifier,
} from "@beiakte/shared/model/identifiers";
import { PORTAL_FACTS } from "@beiakte/shared/portal/profile";
import { useState } from "react";
import { Button } from "../components/button";
import { SelectInput } from "../components/select-input";
import { TextInput } from "../components/text-input";
import { AttachedLines } from "./attached-lines";
import type { CaseDesk, Fact } from "./case-desk";
import { useText } from "./context";
import { FactButton } from "./fact-button";
import { FormDialog } from "./form-dialog";

export function IdentifiersPart(props: { readonly desk: CaseDesk }) {
  const { desk } = props;
  const text = useText();
  const [edited, setEdited] = useState<IdentifierView | "new" | undefined>(undefined);
  return (
    <section className="form" aria-labelledby="file-identifiers">
      <h2 id="file-identifiers">{text.say("identifier.title")}</h2>
      {desk.file.identifiers.length + desk.file.attached.length === 0 ? (
        <p className="small quiet">{text.say("identifier.none")}</p>
      ) : (
        <ul className="card rows">
          {desk.file.identifiers.map((identifier) => (
            <li key={identifier.identifierId} className="line line-person">
              <span className="line-words">
                <b translate="no">{identifier.value}</b>
                <span className="small quiet">
                  {labelOf(IDENTIFIER_LABELS, identifier.kind)[text.language]}
                </span>
              </span>
              <FactButton
                name={text.say("insert.name", { fact: identifier.value })}
                facts={[factOf(identifier)]}
                desk={desk}
              />
              {desk.mayChange && (
                <Button
                  tone="plain"
                  name={text.say("identifier.edit-name", { value: identifier.value })}
                  onPress={() => {
                    setEdited(identifier);
                  }}
                >
                  {text.say("app.edit")}
                </Button>
              )}
            </li>
          ))}
          <AttachedLines desk={desk} />
        </ul>
      )}
      {desk.mayChange && (
        <div>
          <Button
            size="small"
            onPress={() => {
              setEdited("new");
            }}
          >
            {text.say("identifier.add")}
          </Button>
        </div>
      )}
      {edited !== undefined && (
        <IdentifierDialog
          desk={desk}
          identifier={edited === "new" ? undefined : edited}
          onClose={() => {
            setEdited(undefined);
          }}
        />
      )}
    </section>
  );
}

function factOf({ kind, value }: IdentifierView): Fact {
  const portalFact = PORTAL_FACTS.find((fact) => fact === kind);
  return { label: value, text: value, ...(portalFact && { portalFact }) };
}

function IdentifierDialog(props: {
  readonly desk: CaseDesk;
  readonly identifier: IdentifierView | undefined;
  readonly onClose: () => void;
}) {
  const { desk, identifier } = props;
  const text = useText();
  const [kind, setKind] = useState(identifier?.kind ?? IDENTIFIER_CHOICES[0]?.id ?? "file_number");
  const [value, setValue] = useState(identifier?.value ?? "");
  const [wasTried, setTried] = useState(false);
  return (
    <FormDialog
      title={text.say(identifier === undefined ? "identifier.add" : "identifier.edit")}
      act={text.say("app.take-over")}
      removal={
        identifier && {
          label: text.say("identifier.delete"),
          onPress: () => {
            desk.act(
              (doc, actor) => removeIdentifier(doc, actor, identifier.identifierId),
              text.say("undo.identifier-removed"),
            );
          },
        }
      }
      onClose={props.onClose}
      onSubmit={() => {
        setTried(true);
        if (value.trim() === "") return;
        const next = { kind, value: value.trim(), personId: identifier?.personId };
        desk.act((doc, actor) => {
          if (identifier === undefined) addIdentifier(doc, actor, next);
          else changeIdentifier(doc, actor, identifier.identifierId, next);
        });
        props.onClose();
      }}
    >
      <SelectInput
        label={text.say("identifier.kind")}
        value={kind}
        onChange={setKind}
        choices={identifierChoices(desk.keepsCustomerNumbers, identifier?.kind).map((choice) => ({
          id: choice.id,
          label: choice.label[text.language],
        }))}
      />
      <TextInput
        label={text.say("identifier.value")}
        value={value}
        onChange={setValue}
        autoFocus
        error={wasTried && value.trim() === "" ? text.say("field.missing") : undefined}
      />
    </FormDialog>
  );
}
