import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select, SelectValue } from "react-aria-components/Select";
import { Icon } from "./icon";

export type SelectChoice<Value extends string> = { readonly id: Value; readonly label: string };

export function SelectInput<Value extends string>(props: {
  readonly label: string;
  readonly choices: readonly SelectChoice<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly isLabelUnseen?: boolean;
}) {
  return (
    <Select
      className="field"
      value={props.value ?? null}
      placeholder={props.placeholder ?? "–"}
      onChange={(key) => {
        const chosen = props.choices.find((choice) => choice.id === key);
        if (chosen !== undefined) props.onChange(chosen.id);
      }}
    >
      <Label className={props.isLabelUnseen === true ? "unseen" : "field-label"}>
        {props.label}
      </Label>
      <Button className="input select-button">
        <SelectValue />
        <Icon name="chevron" />
      </Button>
      <Popover className="popover">
        <ListBox>
          {props.choices.map((choice) => (
            <ListBoxItem key={choice.id} id={choice.id} className="choice" textValue={choice.label}>
              {choice.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
