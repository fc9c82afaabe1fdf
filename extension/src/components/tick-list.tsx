import { Checkbox } from "react-aria-components/Checkbox";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Label } from "react-aria-components/Label";
import { Icon } from "./icon";

/** Any number of a few, each with its words beside the box. */
export function TickList<Value extends string>(props: {
  readonly label: string;
  readonly choices: readonly { readonly id: Value; readonly label: string }[];
  readonly value: readonly Value[];
  readonly onChange: (value: readonly Value[]) => void;
}) {
  return (
    <CheckboxGroup
      className="field"
      value={[...props.value]}
      onChange={(ids) => {
        props.onChange(props.choices.map(({ id }) => id).filter((id) => ids.includes(id)));
      }}
    >
      <Label className="field-label">{props.label}</Label>
      {props.choices.map(({ id, label }) => (
        <Checkbox key={id} value={id} className="tick-line">
          {({ isSelected }) => (
            <>
              <span className="tick-mark" aria-hidden="true">
                {isSelected && <Icon name="check" />}
              </span>
              {label}
            </>
          )}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
