import { LANGUAGE_CHOICES, languageLabel } from "@beiakte/shared/model/choices";
import { PERSON_ROLES } from "@beiakte/shared/model/household";
import { Button } from "react-aria-components/Button";
import { Icon } from "../components/icon";
import { SelectInput } from "../components/select-input";
import { TextInput } from "../components/text-input";
import { useText } from "./context";
import { hasName, personFrom, type PersonDraft } from "./person-draft";
import { useToday } from "./today";

export function PersonFields(props: {
  readonly draft: PersonDraft;
  readonly onChange: (draft: PersonDraft) => void;
  /** The form was sent once: from now on what is missing is said. */
  readonly wasTried: boolean;
  readonly autoFocus?: boolean;
}) {
  const { draft, onChange } = props;
  const text = useText();
  const today = useToday();
  return (
    <>
      <div className="field-row">
        <TextInput
          label={text.say("person.given-name")}
          value={draft.givenName}
          autoFocus={props.autoFocus === true}
          error={props.wasTried && !hasName(draft) ? text.say("person.no-name") : undefined}
          onChange={(givenName) => {
            onChange({ ...draft, givenName });
          }}
        />
        <TextInput
          label={text.say("person.family-name")}
          value={draft.familyName}
          onChange={(familyName) => {
            onChange({ ...draft, familyName });
          }}
        />
      </div>
      <div className="field-row">
        <TextInput
          label={text.say("person.birth-date")}
          hint={text.say("person.birth-date-hint")}
          value={draft.birth}
          error={
            props.wasTried && !personFrom(draft, today).ok ? text.say("field.no-day") : undefined
          }
          onChange={(birth) => {
            onChange({ ...draft, birth });
          }}
        />
        <SelectInput
          label={text.say("person.role")}
          value={draft.role}
          choices={PERSON_ROLES.map((id) => ({ id, label: text.say(`person.role-${id}`) }))}
          onChange={(role) => {
            onChange({ ...draft, role });
          }}
        />
      </div>
      <Languages
        languages={draft.languages}
        onChange={(languages) => {
          onChange({ ...draft, languages });
        }}
      />
    </>
  );
}

function Languages(props: {
  readonly languages: readonly string[];
  readonly onChange: (languages: readonly string[]) => void;
}) {
  const text = useText();
  const { languages } = props;
  return (
    <div className="field">
      <SelectInput
        label={text.say("person.languages")}
        placeholder={text.say("person.add-language")}
        value={undefined}
        choices={LANGUAGE_CHOICES.filter((choice) => !languages.includes(choice.id)).map(
          (choice) => ({ id: choice.id, label: choice.label[text.language] }),
        )}
        onChange={(code) => {
          props.onChange([...languages, code]);
        }}
      />
      {languages.length > 0 && (
        <ul className="chips">
          {languages.map((code) => {
            const label = languageLabel(code)[text.language];
            return (
              <li key={code}>
                <Button
                  className="chip chip-removable"
                  aria-label={text.say("person.remove-language", { language: label })}
                  onPress={() => {
                    props.onChange(languages.filter((each) => each !== code));
                  }}
                >
                  {label}
                  <Icon name="close" />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
