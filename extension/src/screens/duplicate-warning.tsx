import type { CaseId } from "@beiakte/shared/base/ids";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import { Button } from "../components/button";
import { writtenDay } from "../text/dates";
import { accommodationWords, caseTitle } from "./case-words";
import { useText } from "./context";

/** More would only be scrolled past. */
const SHOWN = 3;

/** A hint while typing, never a bar: the person decides. */
export function DuplicateWarning(props: {
  readonly rows: readonly CaseRow[];
  readonly onOpen: (id: CaseId) => void;
}) {
  const text = useText();
  return (
    <div role="status">
      {props.rows.length > 0 && (
        <div className="notice notice-warn">
          <p>
            <b>{text.say("duplicate.title")}</b> {text.say("duplicate.what")}
          </p>
          <ul className="duplicates">
            {props.rows.slice(0, SHOWN).map((row) => {
              const title = caseTitle(row.title, text);
              const persons = row.persons.map((person) =>
                person.birthDate === undefined
                  ? person.givenName
                  : `${person.givenName} (${writtenDay(person.birthDate, text.language)})`,
              );
              return (
                <li key={row.caseId}>
                  <span>
                    <b>{title}</b>
                    <span className="small">
                      {[persons.join(", "), accommodationWords(row.accommodation, text)]
                        .filter((fact) => fact !== undefined && fact !== "")
                        .join(" · ")}
                    </span>
                  </span>
                  <Button
                    size="small"
                    name={text.say("duplicate.open", { title })}
                    onPress={() => {
                      props.onOpen(row.caseId);
                    }}
                  >
                    {text.say("app.open")}
                  </Button>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}
