import type { CaseRow } from "@beiakte/shared/model/case-row";
import type { CaseId } from "@beiakte/shared/base/ids";
import { IDENTIFIER_LABELS, labelOf } from "@beiakte/shared/model/choices";
import { Button } from "../components/button";
import { Icon } from "../components/icon";
import { useView } from "../components/use-view";
import { useState } from "react";
import type { OpenTeam, PageView } from "../workspace/workspace";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { AssignDialog } from "./assign-dialog";
import { caseTitle } from "./case-words";
import { useText } from "./context";
import { useAssigned } from "./use-assigned";
import type { IdentifierDraft } from "./identifier-fields";

/** What the page beside the panel is about. Nothing is shown where nothing was found. */
export function PageBar(props: {
  readonly team: OpenTeam;
  readonly openCase: CaseId | undefined;
  readonly onOpen: (id: CaseId) => void;
  readonly onCreate: (identifier: Omit<IdentifierDraft, "number">) => void;
}) {
  const { team } = props;
  const text = useText();
  const page = useView(team.page.view);
  const isPinned = useView(team.page.isPinned);
  const caseload = useView(team.caseload);
  const [isAssigning, setAssigning] = useState(false);
  const done = useAssigned();
  if (page.identifiers.length === 0) return null;
  const named = casesOf(page, caseload);
  const unnamed = page.identifiers.filter(({ cases }) => cases.length === 0);
  return (
    <section className="page-bar" aria-label={text.say("page.name")}>
      <div className="page-bar-words" role="status">
        <PageWords page={page} named={named} openCase={props.openCase} />
        {done.offer !== undefined && (
          <p>{text.say("assign.done", { case: caseTitle(done.offer.title, text) })}</p>
        )}
      </div>
      <div className="page-bar-acts">
        {named
          .filter(({ caseId }) => caseId !== props.openCase)
          .map((row) => (
            <Button
              key={row.caseId}
              size="small"
              name={text.say("page.open-name", { case: caseTitle(row.title, text) })}
              onPress={() => {
                props.onOpen(row.caseId);
              }}
            >
              {named.length === 1 ? text.say("page.open") : caseTitle(row.title, text)}
            </Button>
          ))}
        {done.offer !== undefined && (
          <Button size="small" onPress={done.takeBack}>
            {text.say("undo.act")}
          </Button>
        )}
        {named.length === 0 && <CreateButton page={page} onCreate={props.onCreate} />}
        {unnamed.length > 0 && (
          <Button
            size="small"
            onPress={() => {
              setAssigning(true);
            }}
          >
            {text.say("assign.act")}
          </Button>
        )}
        {named.length > 0 && (
          <ToggleButton
            className="icon-button"
            aria-label={text.say("page.pin")}
            isSelected={isPinned}
            onChange={(pinned) => {
              team.page.pin(pinned);
            }}
          >
            <Icon name="pin" />
          </ToggleButton>
        )}
      </div>
      {isAssigning && unnamed.length > 0 && (
        <AssignDialog
          team={team}
          numbers={unnamed}
          nearest={[
            ...named.map(({ caseId }) => caseId),
            ...(props.openCase === undefined ? [] : [props.openCase]),
          ]}
          onDone={(row, assigned) => {
            setAssigning(false);
            done.show({ title: row.title, assigned });
          }}
          onClose={() => {
            setAssigning(false);
          }}
        />
      )}
    </section>
  );
}

function PageWords(props: {
  readonly page: PageView;
  readonly named: readonly CaseRow[];
  readonly openCase: CaseId | undefined;
}) {
  const text = useText();
  const [only, ...others] = props.named;
  if (only !== undefined && others.length > 0) return <p>{text.say("page.several")}</p>;
  if (only !== undefined) {
    const title = caseTitle(only.title, text);
    return (
      <p>
        {only.caseId === props.openCase
          ? text.say("page.is-open", { case: title })
          : text.say("page.known", { case: title })}
      </p>
    );
  }
  // Of what may be kept first: the others are not spoken of without need.
  const all = props.page.identifiers;
  const first = all.find(({ isProposed }) => isProposed) ?? all[0];
  if (first === undefined) return null;
  return (
    <p>
      {text.say("page.unknown", {
        kind: labelOf(IDENTIFIER_LABELS, first.kind)[text.language],
        value: first.value,
      })}
    </p>
  );
}

function CreateButton(props: {
  readonly page: PageView;
  readonly onCreate: (identifier: Omit<IdentifierDraft, "number">) => void;
}) {
  const text = useText();
  const first = props.page.identifiers.find(({ isProposed }) => isProposed);
  if (first === undefined) return null;
  return (
    <Button
      size="small"
      onPress={() => {
        props.onCreate({ kind: first.kind, value: first.value });
      }}
    >
      {text.say("page.create")}
    </Button>
  );
}

/** Each case once, as the caseload has them now. */
function casesOf(page: PageView, caseload: readonly CaseRow[]): readonly CaseRow[] {
  const ids = new Set(page.identifiers.flatMap(({ cases }) => cases));
  return caseload.filter(({ caseId }) => ids.has(caseId));
}
