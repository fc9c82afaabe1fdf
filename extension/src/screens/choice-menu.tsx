import type { Label } from "@beiakte/shared/model/choices";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Button } from "../components/button";
import { useText } from "./context";

/** An action that asks one thing: of which kind. */
export function ChoiceMenu<ChoiceId extends string>(props: {
  readonly label: string;
  readonly tone?: "primary";
  readonly choices: readonly { readonly id: ChoiceId; readonly label: Label }[];
  readonly onChoose: (id: ChoiceId) => void;
}) {
  const text = useText();
  return (
    <MenuTrigger>
      <Button tone={props.tone ?? "quiet"}>{props.label}</Button>
      <Popover className="popover" placement="top">
        <Menu aria-label={props.label}>
          {props.choices.map((choice) => (
            <MenuItem
              key={choice.id}
              id={choice.id}
              className="choice"
              onAction={() => {
                props.onChoose(choice.id);
              }}
            >
              {choice.label[text.language]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
