import { IconButton } from "../components/button";
import { MenuButton } from "../components/menu-button";
import type { CaseDesk, Fact } from "./case-desk";

/** Beside a fact: the way into the portal. Of several the person chooses one first. */
export function FactButton(props: {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly desk: CaseDesk;
}) {
  const { desk } = props;
  const facts = props.facts.filter(({ text }) => text.trim() !== "");
  const [only, ...others] = facts;
  if (only === undefined) return null;
  if (others.length === 0) {
    return (
      <IconButton
        icon="insert"
        name={props.name}
        onPress={() => {
          desk.give(only);
        }}
      />
    );
  }
  return (
    <MenuButton
      icon="insert"
      name={props.name}
      entries={facts.map((fact) => ({
        id: fact.label,
        label: `${fact.label}: ${fact.text}`,
        act: () => {
          desk.give(fact);
        },
      }))}
    />
  );
}
