import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";

/**
 * Every field of the panel. `autocomplete` is off without exception: what is typed in a field that
 * the browser may remember lands in its session files in plain text.
 */
export function TextInput(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly kind?: "text" | "password" | "search" | "url" | "lines";
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly isLabelUnseen?: boolean;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  readonly onBlur?: () => void;
}) {
  const kind = props.kind ?? "text";
  return (
    <TextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      isInvalid={props.error !== undefined}
      isRequired={props.isRequired === true}
      validationBehavior="aria"
      autoComplete="off"
      autoFocus={props.autoFocus === true}
      {...(kind === "lines" ? {} : { type: kind })}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
    >
      <Label className={props.isLabelUnseen === true ? "unseen" : "field-label"}>
        {props.label}
      </Label>
      {kind === "lines" ? (
        <TextArea
          className="input"
          autoComplete="off"
          spellCheck={false}
          {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        />
      ) : (
        <Input
          className="input"
          autoComplete="off"
          {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        />
      )}
      {props.hint !== undefined && (
        <Text slot="description" className="field-hint">
          {props.hint}
        </Text>
      )}
      <FieldError className="field-error">
        {props.error !== undefined && <span role="alert">{props.error}</span>}
      </FieldError>
    </TextField>
  );
}
