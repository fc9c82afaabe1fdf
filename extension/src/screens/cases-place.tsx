import type { CaseId } from "@beiakte/shared/base/ids";
import { useState } from "react";
import { useView } from "../components/use-view";
import type { OpenTeam } from "../workspace/workspace";
import { CaseLoader } from "./case-loader";
import { Caseload } from "./caseload";
import { useText } from "./context";
import { PageBar } from "./page-bar";
import type { IdentifierDraft } from "./identifier-fields";
import { NewCaseScreen } from "./new-case-screen";

type Creating = { readonly identifier: Omit<IdentifierDraft, "number"> | undefined };

/** The caseload and the open case: one after the other in the panel, side by side as a full page. */
export function CasesPlace(props: { readonly team: OpenTeam }) {
  const { team } = props;
  const text = useText();
  const { openCase } = useView(team.workbench);
  const [creating, setCreating] = useState<Creating | undefined>(undefined);
  const isCreating = creating !== undefined;
  const open = (id: CaseId | undefined) => {
    setCreating(undefined);
    team.workbench.set({ openCase: id });
  };
  const isBeside = isCreating || openCase !== undefined;
  return (
    <div className="place-screen">
      <PageBar
        team={team}
        openCase={isCreating ? undefined : openCase}
        onOpen={open}
        onCreate={(identifier) => {
          setCreating({ identifier });
        }}
      />
      <div className={isBeside ? "stage has-case" : "stage"}>
        <section className="case-list" aria-label={text.say("caseload.title")}>
          <Caseload
            team={team}
            openCase={isCreating ? undefined : openCase}
            onOpen={open}
            onCreate={() => {
              setCreating({ identifier: undefined });
            }}
          />
        </section>
        {isBeside ? (
          <div className="case-pane">
            {openCase === undefined || isCreating ? (
              <NewCaseScreen
                team={team}
                identifier={creating?.identifier}
                onBack={() => {
                  setCreating(undefined);
                }}
                onOpen={open}
              />
            ) : (
              <CaseLoader
                key={openCase}
                team={team}
                caseId={openCase}
                onBack={() => {
                  open(undefined);
                }}
              />
            )}
          </div>
        ) : (
          <p className="no-case">{text.say("caseload.choose")}</p>
        )}
      </div>
    </div>
  );
}
