import type { CaseId, ClipId } from "@beiakte/shared/base/ids";
import { useState } from "react";
import { Button } from "../components/button";
import { Alert, Notice } from "../components/notice";
import { Screen } from "../components/screen";
import { useView } from "../components/use-view";
import type { ClipView, FileFault, OpenTeam } from "../workspace/workspace";
import { caseTitle } from "./case-words";
import { ChooseCaseDialog } from "./choose-case-dialog";
import { ClipCard } from "./clip-card";
import { useApp, useText } from "./context";
import { TeamSaved } from "./team-saved";
import { useRequest } from "./use-request";

/** As long as any other undo of the panel. */
const OFFERED_FOR_MS = 10_000;

type Done =
  | { readonly type: "filed"; readonly caseId: CaseId }
  | { readonly type: "discarded"; readonly restore: () => Promise<void> };

/** What was taken from pages and waits until a person says where it belongs. */
export function InboxScreen(props: { readonly team: OpenTeam }) {
  const { team } = props;
  const text = useText();
  const { clock } = useApp().surroundings;
  const { clips, unreadable } = useView(team.inbox.view);
  const caseload = useView(team.caseload);
  const request = useRequest<FileFault>();
  const [choosing, setChoosing] = useState<ClipView | undefined>(undefined);
  const [done, setDone] = useState<Done | undefined>(undefined);
  const show = (what: Done) => {
    setDone(what);
    clock.after(OFFERED_FOR_MS, () => {
      setDone((now) => (now === what ? undefined : now));
    });
  };
  const file = (clip: ClipId, caseId: CaseId) => {
    request.run(
      () => team.inbox.file(clip, caseId),
      (filed) => {
        show({ type: "filed", caseId: filed });
      },
    );
  };
  const discard = (clip: ClipId) => {
    request.run(
      () => team.inbox.discard(clip),
      (restore) => {
        show({ type: "discarded", restore });
      },
    );
  };
  const nameOf = (id: CaseId) => {
    const row = caseload.find(({ caseId }) => caseId === id);
    return row === undefined ? text.say("case.nameless") : caseTitle(row.title, text);
  };
  return (
    <>
      <Screen
        title={text.say("inbox.title")}
        focusKey="inbox"
        isMeasured
        isReadOnly={clips.length === 0 && unreadable.length === 0}
        beside={<TeamSaved sync={team.sync} />}
        above={
          <div role="status">
            {done?.type === "discarded" && (
              <div className="undo">
                <p>{text.say("inbox.discarded")}</p>
                <Button
                  size="small"
                  onPress={() => {
                    setDone(undefined);
                    void done.restore();
                  }}
                >
                  {text.say("undo.act")}
                </Button>
              </div>
            )}
            {done?.type === "filed" && (
              <div className="undo">
                <p>{text.say("inbox.filed", { case: nameOf(done.caseId) })}</p>
                <Button
                  size="small"
                  onPress={() => {
                    team.workbench.set({ place: "cases", openCase: done.caseId, tab: "notes" });
                  }}
                >
                  {text.say("inbox.open-case")}
                </Button>
              </div>
            )}
          </div>
        }
      >
        {request.fault !== undefined && <Alert words={faultWords(request.fault, text.say)} />}
        {unreadable.length > 0 && (
          <Notice tone="warn">
            <p>{text.say("inbox.unreadable", { count: unreadable.length })}</p>
            {unreadable.slice(0, 1).map((clip) => (
              <Button
                key={clip}
                size="small"
                onPress={() => {
                  discard(clip);
                }}
              >
                {text.say("inbox.discard")}
              </Button>
            ))}
          </Notice>
        )}
        {clips.length === 0 ? (
          <div className="card empty">
            <p>{text.say("inbox.empty")}</p>
          </div>
        ) : (
          <p className="quiet small">{text.say("inbox.what")}</p>
        )}
        {clips.map((clip) => (
          <ClipCard
            key={clip.clip}
            clip={clip}
            nameOf={nameOf}
            onFile={(caseId) => {
              file(clip.clip, caseId);
            }}
            onChoose={() => {
              setChoosing(clip);
            }}
            onDiscard={() => {
              discard(clip.clip);
            }}
          />
        ))}
      </Screen>
      {choosing !== undefined && (
        <ChooseCaseDialog
          team={team}
          first={choosing.cases}
          onClose={() => {
            setChoosing(undefined);
          }}
          onChoose={(caseId) => {
            file(choosing.clip, caseId);
            setChoosing(undefined);
          }}
        />
      )}
    </>
  );
}

function faultWords(fault: FileFault, say: ReturnType<typeof useText>["say"]): string {
  return fault === "gone" || fault === "unknown-case"
    ? say(`inbox.${fault}`)
    : say(`fault.${fault}`);
}
