import type { Accommodation } from "@beiakte/shared/model/accommodation";
import { HOUSING_CHOICES } from "@beiakte/shared/model/choices";
import { SelectInput } from "../components/select-input";
import { useText } from "./context";

/** The team's accommodations by name, then the other ways to live. */
export function AccommodationSelect(props: {
  readonly accommodations: readonly string[];
  readonly value: Accommodation | undefined;
  readonly onChange: (value: Accommodation | undefined) => void;
}) {
  const text = useText();
  const { value } = props;
  // A name that is no longer in the team's list must still show where it is set.
  const names =
    value?.type === "municipal" && !props.accommodations.includes(value.name)
      ? [...props.accommodations, value.name]
      : props.accommodations;
  const options: readonly {
    readonly key: string;
    readonly label: string;
    readonly is: Accommodation | undefined;
  }[] = [
    { key: "unknown", label: text.say("accommodation.unknown"), is: undefined },
    ...names.map((name) => ({
      key: `municipal ${name}`,
      label: text.say("accommodation.named", { name }),
      is: { type: "municipal", name } as const,
    })),
    ...HOUSING_CHOICES.flatMap(({ id, label }) => {
      const is = housingOf(id);
      return is === undefined ? [] : [{ key: id, label: label[text.language], is }];
    }),
  ];
  return (
    <SelectInput
      label={text.say("accommodation.label")}
      value={keyOf(value)}
      choices={options.map(({ key, label }) => ({ id: key, label }))}
      onChange={(key) => {
        props.onChange(options.find((option) => option.key === key)?.is);
      }}
    />
  );
}

function housingOf(id: string): Accommodation | undefined {
  switch (id) {
    case "private":
    case "relatives":
    case "emergency":
    case "other":
      return { type: id };
    default:
      return undefined;
  }
}

function keyOf(accommodation: Accommodation | undefined): string {
  if (accommodation === undefined) return "unknown";
  return accommodation.type === "municipal"
    ? `municipal ${accommodation.name}`
    : accommodation.type;
}
