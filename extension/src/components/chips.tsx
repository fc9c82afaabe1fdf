import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";

/** Exactly one of a few is on: the caseload's filters. */
export function Chips<Value extends string>(props: {
  readonly name: string;
  readonly choices: readonly { readonly id: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <ToggleButtonGroup
      className="chips"
      aria-label={props.name}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const chosen = props.choices.find((choice) => keys.has(choice.id));
        if (chosen !== undefined) props.onChange(chosen.id);
      }}
    >
      {props.choices.map((choice) => (
        <ToggleButton key={choice.id} id={choice.id} className="chip">
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
