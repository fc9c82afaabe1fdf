import type { MemberId } from "@beiakte/shared/base/ids";
import { SelectInput } from "../components/select-input";
import type { TeamView } from "../workspace/workspace";
import { memberName } from "./case-desk";
import { useText } from "./context";

/** Who answers for the case. A former member stays shown until somebody else is chosen. */
export function MemberSelect(props: {
  readonly label: string;
  readonly team: TeamView;
  readonly value: MemberId | undefined;
  readonly onChange: (value: MemberId) => void;
}) {
  const text = useText();
  const { members } = props.team;
  const choices: { id: MemberId; label: string }[] = members.map((member) => ({
    id: member.member,
    label: member.name,
  }));
  const { value } = props;
  if (value !== undefined && !members.some((member) => member.member === value)) {
    choices.push({ id: value, label: memberName(members, value, text) });
  }
  return (
    <SelectInput
      label={props.label}
      value={value}
      choices={choices}
      placeholder={text.say("member.nobody")}
      onChange={props.onChange}
    />
  );
}
