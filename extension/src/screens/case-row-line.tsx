import type { CaseId } from "@beiakte/shared/base/ids";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import type { IsoDate } from "@beiakte/shared/model/iso-date";
import { memo } from "react";
import { Button } from "react-aria-components/Button";
import { ProgressBar } from "../components/progress-bar";
import { useText } from "./context";
import { accommodationWords, caseTitle, dueWords } from "./case-words";

/** One case of the caseload. Memoised: a search draws hundreds of them anew at each key. */
export const CaseRowLine = memo(function CaseRowLine(props: {
  readonly row: CaseRow;
  readonly today: IsoDate;
  readonly isOpen: boolean;
  readonly responsible: string | undefined;
  readonly showsResponsible: boolean;
  readonly onOpen: (id: CaseId) => void;
}) {
  const { row } = props;
  const text = useText();
  const due =
    row.status === "active" ? dueWords(row.nextDeadline?.date, props.today, text) : undefined;
  const facts = [
    row.persons.length === 1
      ? text.say("household.single")
      : text.say("household.persons", { count: row.persons.length }),
    accommodationWords(row.accommodation, text),
    props.showsResponsible ? props.responsible : undefined,
  ].filter((fact) => fact !== undefined);
  return (
    <li>
      <Button
        className="row"
        {...(props.isOpen ? { "aria-current": "true" as const } : {})}
        onPress={() => {
          props.onOpen(row.caseId);
        }}
      >
        <b className="row-title">{caseTitle(row.title, text)}</b>
        {due !== undefined && <span className={`due due-${due.tone}`}>{due.words}</span>}
        {row.status !== "active" && (
          <span className="due due-later">{text.say(`case.status-${row.status}`)}</span>
        )}
        <span className="row-facts">{facts.join(" · ")}</span>
        <span className="unseen">{text.say("plan.progress", row.progress)}</span>
        <span className="row-bar">
          <ProgressBar {...row.progress} />
        </span>
      </Button>
    </li>
  );
});
