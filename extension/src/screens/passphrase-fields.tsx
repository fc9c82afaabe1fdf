import { TextInput } from "../components/text-input";
import { useText } from "./context";

export type NewPassphrase = { readonly once: string; readonly again: string };

export const NO_PASSPHRASE: NewPassphrase = { once: "", again: "" };

/** Twice, because nobody can restore what was mistyped here. */
export function PassphraseFields(props: {
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
  readonly isTooShort: boolean;
  readonly isDifferent: boolean;
  readonly label?: string;
}) {
  const text = useText();
  return (
    <>
      <TextInput
        kind="password"
        label={props.label ?? text.say("passphrase.once")}
        hint={text.say("passphrase.hint")}
        value={props.value.once}
        error={props.isTooShort ? text.say("fault.passphrase-too-short") : undefined}
        onChange={(once) => {
          props.onChange({ ...props.value, once });
        }}
      />
      <TextInput
        kind="password"
        label={text.say("passphrase.again")}
        value={props.value.again}
        error={props.isDifferent ? text.say("passphrase.different") : undefined}
        onChange={(again) => {
          props.onChange({ ...props.value, again });
        }}
      />
    </>
  );
}
