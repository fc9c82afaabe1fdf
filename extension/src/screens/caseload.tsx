import type { CaseId } from "@beiakte/shared/base/ids";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import { addDays } from "@beiakte/shared/model/iso-date";
import { useMemo, useState } from "react";
import { Button, IconButton } from "../components/button";
import { Chips } from "../components/chips";
import { Screen } from "../components/screen";
import { useView } from "../components/use-view";
import type { OpenTeam, WorkbenchView } from "../workspace/workspace";
import { CaseRowLine } from "./case-row-line";
import { CaseSearch } from "./case-search";
import { useApp, useText } from "./context";
import { TeamSaved } from "./team-saved";
import { useToday } from "./today";

type Filter = WorkbenchView["filter"];

/** A deadline counts as due from a week before on: time enough to ask for a paper. */
const DUE_WITHIN_DAYS = 7;

export function Caseload(props: {
  readonly team: OpenTeam;
  readonly openCase: CaseId | undefined;
  readonly onOpen: (id: CaseId) => void;
  readonly onCreate: () => void;
}) {
  const { team } = props;
  const text = useText();
  const { workspace, surroundings } = useApp();
  const rows = useView(team.caseload);
  const { isPractice, members, self } = useView(team.team);
  const { filter } = useView(team.workbench);
  const today = useToday();
  const [query, setQuery] = useState("");
  const sorted = useMemo(() => {
    const dueBy = addDays(today, DUE_WITHIN_DAYS);
    const active = rows.filter((row) => row.status === "active");
    const dueFirst = (list: readonly CaseRow[]) =>
      list
        .filter((row) => row.nextDeadline !== undefined && row.nextDeadline.date <= dueBy)
        .sort((a, b) => (deadlineOf(a) < deadlineOf(b) ? -1 : 1));
    return {
      mine: active.filter((row) => row.responsible === self),
      all: active,
      due: dueFirst(active),
      closed: rows.filter((row) => row.status !== "active"),
    } satisfies Record<Filter, readonly CaseRow[]>;
  }, [rows, self, today]);
  const found = useMemo(() => {
    if (query.trim() === "") return undefined;
    const byId = new Map(rows.map((row) => [row.caseId, row]));
    return team.find(query).flatMap((id) => byId.get(id) ?? []);
  }, [query, rows, team]);
  const shown = found ?? sorted[filter];
  const nameOf = (id: CaseRow["responsible"]) =>
    members.find((member) => member.member === id)?.name;

  return (
    <Screen
      title={text.say("caseload.title")}
      focusKey={props.openCase === undefined ? "caseload" : undefined}
      beside={<TeamSaved sync={team.sync} />}
      after={
        <>
          {surroundings.openAsPage !== undefined && (
            <IconButton
              icon="expand"
              name={text.say("app.open-as-page")}
              onPress={surroundings.openAsPage}
            />
          )}
          {!isPractice && (
            <IconButton
              icon="lock"
              name={text.say("app.lock")}
              onPress={() => void workspace.lock()}
            />
          )}
        </>
      }
      acts={
        <Button tone="primary" onPress={props.onCreate}>
          {text.say("caseload.new")}
        </Button>
      }
    >
      <CaseSearch query={query} onChange={setQuery} />
      {found === undefined && rows.length > 0 && (
        <Chips
          name={text.say("caseload.filter")}
          value={filter}
          onChange={(chosen) => {
            team.workbench.set({ filter: chosen });
          }}
          choices={(["mine", "all", "due", "closed"] as const).map((id) => ({
            id,
            label: text.say(`caseload.filter-${id}`, { count: sorted[id].length }),
          }))}
        />
      )}
      <p className="unseen" role="status">
        {found === undefined ? "" : text.say("caseload.found", { count: found.length })}
      </p>
      {shown.length > 0 ? (
        <ul className="card rows">
          {shown.map((row) => (
            <CaseRowLine
              key={row.caseId}
              row={row}
              today={today}
              isOpen={row.caseId === props.openCase}
              responsible={nameOf(row.responsible)}
              showsResponsible={found !== undefined || filter !== "mine"}
              onOpen={props.onOpen}
            />
          ))}
        </ul>
      ) : (
        <EmptyCaseload
          why={rows.length === 0 ? "none" : found !== undefined ? "search" : filter}
          onShowAll={() => {
            setQuery("");
            team.workbench.set({ filter: "all" });
          }}
        />
      )}
    </Screen>
  );
}

function EmptyCaseload(props: {
  readonly why: "none" | "search" | Filter;
  readonly onShowAll: () => void;
}) {
  const text = useText();
  return (
    <div className="card empty">
      <p>{text.say(`caseload.empty-${props.why}`)}</p>
      {props.why !== "none" && props.why !== "all" && (
        <Button size="small" onPress={props.onShowAll}>
          {text.say("caseload.show-all")}
        </Button>
      )}
    </div>
  );
}

function deadlineOf(row: CaseRow): string {
  return row.nextDeadline?.date ?? "9999";
}
