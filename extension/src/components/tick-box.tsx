import { Checkbox } from "react-aria-components/Checkbox";
import { Icon } from "./icon";

/** One click ticks. The box is named by the step's own words beside it. */
export function TickBox(props: {
  readonly labelledBy: string;
  readonly isTicked: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (isTicked: boolean) => void;
}) {
  return (
    <Checkbox
      className="tick-box"
      aria-labelledby={props.labelledBy}
      isSelected={props.isTicked}
      isReadOnly={props.isReadOnly}
      onChange={props.onChange}
    >
      {props.isTicked && <Icon name="check" />}
    </Checkbox>
  );
}
