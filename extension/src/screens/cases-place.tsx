import type { CaseId } from "@beiakte/shared/base/ids";
import { useState } from "react";
import { useView } from "../components/use-view";
import type { OpenTeam } from "../workspace/workspace";
import { CaseLoader } from "./case-loader";
import { Caseload } from "./caseload";
import { useText } from "./context";
import { NewCaseScreen } from "./new-case-screen";

/** The caseload and the open case: one after the other in the panel, side by side as a full page. */
export function CasesPlace(props: { readonly team: OpenTeam }) {
  const { team } = props;
  const text = useText();
  const { openCase } = useView(team.workbench);
  const [isCreating, setCreating] = useState(false);
  const open = (id: CaseId | undefined) => {
    setCreating(false);
    team.workbench.set({ openCase: id });
  };
  const isBeside = isCreating || openCase !== undefined;
  return (
    <div className={isBeside ? "stage has-case" : "stage"}>
      <section className="case-list" aria-label={text.say("caseload.title")}>
        <Caseload
          team={team}
          openCase={isCreating ? undefined : openCase}
          onOpen={open}
          onCreate={() => {
            setCreating(true);
          }}
        />
      </section>
      {isBeside ? (
        <div className="case-pane">
          {openCase === undefined || isCreating ? (
            <NewCaseScreen
              team={team}
              onBack={() => {
                setCreating(false);
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
  );
}
