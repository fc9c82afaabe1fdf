import type { CaseRow } from "@beiakte/shared/model/case-row";
import type { CaseId } from "@beiakte/shared/base/ids";
import { IDENTIFIER_CHOICES, labelOf } from "@beiakte/shared/model/choices";
import { Button } from "../components/button";
import { Icon } from "../components/icon";
import { useView } from "../components/use-view";
import type { OpenTeam, PageView } from "../workspace/workspace";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { caseTitle } from "./case-words";
import { useText } from "./context";
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
  if (page.identifiers.length === 0) return null;
  const named = casesOf(page, caseload);
  return (
    <section className="page-bar" aria-label={text.say("page.name")}>
      <div className="page-bar-words" role="status">
        <PageWords page={page} named={named} openCase={props.openCase} />
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
        {named.length === 0 && <CreateButton page={page} onCreate={props.onCreate} />}
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
  const [first] = props.page.identifiers;
  if (first === undefined) return null;
  return (
    <p>
      {text.say("page.unknown", {
        kind: labelOf(IDENTIFIER_CHOICES, first.kind)[text.language],
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
