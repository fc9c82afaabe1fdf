import type { CaseId } from "@beiakte/shared/base/ids";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import { IDENTIFIER_LABELS, labelOf } from "@beiakte/shared/model/choices";
import { useState } from "react";
import { DialogBox } from "../components/dialog-box";
import { Button } from "../components/button";
import { Alert, Notice } from "../components/notice";
import { SelectInput } from "../components/select-input";
import { useView } from "../components/use-view";
import type { Assigned, AssignFault, OpenTeam, PageView } from "../workspace/workspace";
import { CaseRowLine } from "./case-row-line";
import { CaseSearch } from "./case-search";
import { useText } from "./context";
import { useToday } from "./today";
import { useRequest } from "./use-request";

type PageNumber = PageView["identifiers"][number];

/** More would only be scrolled past: whoever does not see the case types one letter more. */
const SHOWN = 8;

/** Which case bears the number that the page shows. */
export function AssignDialog(props: {
  readonly team: OpenTeam;
  /** Those that no case bears yet, at least one. */
  readonly numbers: readonly PageNumber[];
  /** Shown before anything is searched for. */
  readonly nearest: readonly CaseId[];
  readonly onDone: (to: CaseRow, assigned: Assigned) => void;
  readonly onClose: () => void;
}) {
  const { nearest, numbers, team } = props;
  const text = useText();
  const today = useToday();
  const rows = useView(team.caseload);
  const { members } = useView(team.team);
  const request = useRequest<AssignFault>();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(() => {
    const first = numbers.find(({ isProposed }) => isProposed) ?? numbers[0];
    return first === undefined ? "" : keyOf(first);
  });
  const number = numbers.find((one) => keyOf(one) === chosen);
  const wordsOf = ({ kind, value }: PageNumber) =>
    `${labelOf(IDENTIFIER_LABELS, kind)[text.language]} ${value}`;
  const byId = new Map(rows.map((row) => [row.caseId, row]));
  const isSearch = query.trim() !== "";
  const ids = isSearch ? team.find(query) : [...nearest, ...byId.keys()];
  const shown = [...new Set(ids)]
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ status }) => status === "active")
    .slice(0, SHOWN);

  return (
    <DialogBox title={text.say("assign.title")} onClose={props.onClose}>
      {numbers.length > 1 ? (
        <SelectInput
          label={text.say("assign.number")}
          value={chosen}
          choices={numbers.map((one) => ({ id: keyOf(one), label: wordsOf(one) }))}
          onChange={setChosen}
        />
      ) : (
        <p>{number !== undefined && <b translate="no">{wordsOf(number)}</b>}</p>
      )}
      {number?.isProposed === false && (
        <Notice tone="plain">
          <p>{text.say("assign.compared-only")}</p>
        </Notice>
      )}
      <CaseSearch query={query} onChange={setQuery} autoFocus />
      <p className="unseen" role="status">
        {isSearch ? text.say("caseload.found", { count: shown.length }) : ""}
      </p>
      {shown.length === 0 ? (
        <p className="quiet small">{text.say("assign.none")}</p>
      ) : (
        <ul className="card rows" aria-label={text.say("assign.to")}>
          {shown.map((row) => (
            <CaseRowLine
              key={row.caseId}
              row={row}
              today={today}
              isOpen={false}
              responsible={members.find(({ member }) => member === row.responsible)?.name}
              showsResponsible
              onOpen={() => {
                if (number === undefined) return;
                request.run(
                  () => team.page.assign(number, row.caseId),
                  (assigned) => {
                    props.onDone(row, assigned);
                  },
                );
              }}
            />
          ))}
        </ul>
      )}
      {request.fault !== undefined && <Alert words={text.say(faultKey(request.fault))} />}
      <div className="dialog-acts">
        <Button onPress={props.onClose}>{text.say("app.cancel")}</Button>
      </div>
    </DialogBox>
  );
}

function faultKey(fault: AssignFault) {
  switch (fault) {
    case "store-full":
      return "fault.store-full";
    case "store-failed":
      return "fault.store-failed";
    case "unknown-case":
      return "assign.unknown-case";
    case "case-closed":
      return "assign.case-closed";
    case "not-allowed":
      return "assign.not-allowed";
  }
}

function keyOf({ kind, value }: PageNumber): string {
  return `${kind} ${value}`;
}
