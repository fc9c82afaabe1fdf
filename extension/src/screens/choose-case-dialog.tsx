import type { CaseId } from "@beiakte/shared/base/ids";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import { useState } from "react";
import { Button } from "../components/button";
import { DialogBox } from "../components/dialog-box";
import { TextInput } from "../components/text-input";
import { useView } from "../components/use-view";
import type { OpenTeam } from "../workspace/workspace";
import { CaseRowLine } from "./case-row-line";
import { useText } from "./context";
import { useToday } from "./today";

/** Whoever does not see the case among these types a letter more. */
const SHOWN_MOST = 20;

/** One of the team's cases, by name or identifier. */
export function ChooseCaseDialog(props: {
  readonly team: OpenTeam;
  /** Offered before all others while nothing is typed. */
  readonly first: readonly CaseId[];
  readonly onChoose: (id: CaseId) => void;
  readonly onClose: () => void;
}) {
  const { team, first } = props;
  const text = useText();
  const today = useToday();
  const rows = useView(team.caseload);
  const [query, setQuery] = useState("");
  const shown = query.trim() === "" ? unasked(rows, first) : found(rows, team.find(query));
  return (
    <DialogBox title={text.say("inbox.choose-title")} onClose={props.onClose}>
      <TextInput
        kind="search"
        label={text.say("caseload.search")}
        value={query}
        onChange={setQuery}
        autoFocus
      />
      <p className="unseen" role="status">
        {query.trim() === "" ? "" : text.say("caseload.found", { count: shown.length })}
      </p>
      {shown.length === 0 ? (
        <p>{text.say("caseload.empty-search")}</p>
      ) : (
        <ul className="card rows">
          {shown.slice(0, SHOWN_MOST).map((row) => (
            <CaseRowLine
              key={row.caseId}
              row={row}
              today={today}
              isOpen={false}
              responsible={undefined}
              showsResponsible={false}
              onOpen={props.onChoose}
            />
          ))}
        </ul>
      )}
      <div className="dialog-acts">
        <Button onPress={props.onClose}>{text.say("app.cancel")}</Button>
      </div>
    </DialogBox>
  );
}

function unasked(rows: readonly CaseRow[], first: readonly CaseId[]): readonly CaseRow[] {
  const named = rows.filter(({ caseId }) => first.includes(caseId));
  return [
    ...named,
    ...rows.filter((row) => row.status === "active" && !first.includes(row.caseId)),
  ];
}

function found(rows: readonly CaseRow[], ids: readonly CaseId[]): readonly CaseRow[] {
  const byId = new Map(rows.map((row) => [row.caseId, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
