import { Icon } from "../components/icon";
import { TextInput } from "../components/text-input";
import { useText } from "./context";

/** Where one types a name or a number to find a case. */
export function CaseSearch(props: {
  readonly query: string;
  readonly onChange: (query: string) => void;
  readonly autoFocus?: boolean;
}) {
  const text = useText();
  return (
    <div className="search">
      <Icon name="search" />
      <TextInput
        kind="search"
        label={text.say("caseload.search")}
        placeholder={text.say("caseload.search")}
        isLabelUnseen
        autoFocus={props.autoFocus === true}
        value={props.query}
        onChange={props.onChange}
      />
    </div>
  );
}
