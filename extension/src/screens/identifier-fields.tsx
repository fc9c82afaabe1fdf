import { IDENTIFIER_CHOICES, identifierChoices } from "@beiakte/shared/model/choices";
import { Button, IconButton } from "../components/button";
import { SelectInput } from "../components/select-input";
import { TextInput } from "../components/text-input";
import { useText } from "./context";

export type IdentifierDraft = {
  readonly number: number;
  readonly kind: string;
  readonly value: string;
};

/** What offices call this case. Kind first, because it says what the number looks like. */
export function IdentifierFields(props: {
  readonly drafts: readonly IdentifierDraft[];
  readonly keepsCustomerNumbers: boolean;
  readonly onChange: (drafts: readonly IdentifierDraft[]) => void;
}) {
  const text = useText();
  const { drafts } = props;
  const change = (next: IdentifierDraft) => {
    props.onChange(drafts.map((each) => (each.number === next.number ? next : each)));
  };
  return (
    <div className="card form-group">
      <p className="group-head">{text.say("identifier.title")}</p>
      {drafts.map((draft) => (
        <div key={draft.number} className="identifier-fields">
          <SelectInput
            label={text.say("identifier.kind")}
            value={draft.kind}
            choices={identifierChoices(props.keepsCustomerNumbers, draft.kind).map((choice) => ({
              id: choice.id,
              label: choice.label[text.language],
            }))}
            onChange={(kind) => {
              change({ ...draft, kind });
            }}
          />
          <TextInput
            label={text.say("identifier.value")}
            value={draft.value}
            onChange={(value) => {
              change({ ...draft, value });
            }}
          />
          <IconButton
            icon="close"
            name={text.say("identifier.remove", { value: draft.value })}
            onPress={() => {
              props.onChange(drafts.filter((each) => each.number !== draft.number));
            }}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          onPress={() => {
            props.onChange([
              ...drafts,
              {
                number: (drafts.at(-1)?.number ?? 0) + 1,
                kind: IDENTIFIER_CHOICES[0]?.id ?? "file_number",
                value: "",
              },
            ]);
          }}
        >
          {text.say("identifier.add")}
        </Button>
      </div>
    </div>
  );
}
