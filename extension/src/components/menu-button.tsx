import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { IconButton } from "./button";
import type { IconName } from "./icon";

export type MenuEntry = {
  readonly id: string;
  readonly label: string;
  readonly act: () => void;
  readonly tone?: "danger";
  readonly isDisabled?: boolean;
};

/** The three dots unless said otherwise: what is done seldom. `name` says whose menu it is. */
export function MenuButton(props: {
  readonly name: string;
  readonly entries: readonly MenuEntry[];
  readonly icon?: IconName;
}) {
  return (
    <MenuTrigger>
      <IconButton icon={props.icon ?? "more"} name={props.name} />
      <Popover className="popover" placement="bottom end">
        <Menu aria-label={props.name}>
          {props.entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              className={entry.tone === "danger" ? "choice choice-danger" : "choice"}
              isDisabled={entry.isDisabled === true}
              onAction={entry.act}
            >
              {entry.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
