import { initialsOf, markOf } from "./initials";

/** Who else is here. The words are for whoever cannot see or read the marks. */
export function PresenceDots(props: {
  readonly people: readonly { readonly member: string; readonly name: string }[];
  readonly words: string;
}) {
  if (props.people.length === 0) return null;
  return (
    <span className="dots" role="img" aria-label={props.words} title={props.words}>
      {props.people.slice(0, 4).map((person) => {
        const mark = markOf(person.member);
        return (
          <span
            key={person.member}
            className={`dot dot-${mark.shape} person-${mark.colour}`}
            aria-hidden="true"
          >
            {initialsOf(person.name)}
          </span>
        );
      })}
    </span>
  );
}
