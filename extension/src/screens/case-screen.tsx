import { titleOf } from "@beiakte/shared/model/case-row";
import { NOTE_KIND_CHOICES } from "@beiakte/shared/model/choices";
import type { DocumentId } from "@beiakte/shared/base/ids";
import type { NoteKind } from "@beiakte/shared/model/note";
import { addArea } from "@beiakte/shared/model/plan";
import { takeBack } from "@beiakte/shared/model/undo";
import { useState } from "react";
import { Button, IconButton } from "../components/button";
import { Alert, Notice } from "../components/notice";
import { PresenceDots } from "../components/presence-dots";
import { Screen } from "../components/screen";
import { TabPane, TabRow } from "../components/tab-row";
import { useView } from "../components/use-view";
import type { OpenCase, OpenTeam, WorkbenchView } from "../workspace/workspace";
import { AddStepDialog } from "./add-step-dialog";
import type { CaseDesk } from "./case-desk";
import { CaseFacts } from "./case-facts";
import { caseTitle } from "./case-words";
import { ChoiceMenu } from "./choice-menu";
import { useText } from "./context";
import { DocumentFaults } from "./document-faults";
import { DocumentSaved } from "./document-saved";
import { FileTab } from "./file-tab";
import { NotesTab } from "./notes-tab";
import { missingAreas, PlanTab } from "./plan-tab";
import { useActor } from "./use-actor";
import { useInserting } from "./use-inserting";
import { useRequest } from "./use-request";
import { useUndoOffer } from "./use-undo-offer";

const TABS = ["plan", "notes", "file"] as const satisfies readonly WorkbenchView["tab"][];

/** One open case: who it is and how safe it is above, plan, notes and file below. */
export function CaseScreen(props: {
  readonly team: OpenTeam;
  readonly openCase: OpenCase;
  readonly onBack: () => void;
}) {
  const { team, openCase } = props;
  const text = useText();
  const file = useView(openCase.file);
  const presence = useView(openCase.presence);
  const teamView = useView(team.team);
  const { tab } = useView(team.workbench);
  const { keepsCustomerNumbers } = useView(team.portals.view);
  const actor = useActor(teamView.self);
  const undo = useUndoOffer();
  const inserting = useInserting(team, openCase.id);
  const [isAddingStep, setAddingStep] = useState(false);
  const [openNote, setOpenNote] = useState<DocumentId | undefined>(undefined);
  const noteRequest = useRequest<"store-full" | "store-failed">();
  const desk: CaseDesk = {
    file,
    team: teamView,
    keepsCustomerNumbers,
    give: inserting.give,
    mayChange: file.access === "writable" && file.status.type === "active",
    act(action, words) {
      const done = openCase.act((doc) => action(doc, actor) ?? undefined);
      if (done !== undefined && words !== undefined) undo.show({ words, undo: done });
    },
  };
  const others = presence.map((each) => each.name).join(", ");

  return (
    <>
      <Screen
        title={caseTitle(titleOf(file.household), text)}
        focusKey={openCase.id}
        before={<IconButton icon="back" name={text.say("case.back")} onPress={props.onBack} />}
        beside={
          <>
            <PresenceDots people={presence} words={text.say("case.here", { names: others })} />
            <DocumentSaved state={openCase.state} />
          </>
        }
        facts={
          <>
            <CaseFacts desk={desk} />
            <TabRow
              name={text.say("case.parts")}
              prefix="case"
              tabs={TABS.map((id) => ({ id, label: text.say(`case.tab-${id}`) }))}
              value={tab}
              onChange={(chosen) => {
                team.workbench.set({ tab: chosen });
              }}
            />
          </>
        }
        above={
          <div role="status">
            {inserting.bar}
            {undo.offer !== undefined && (
              <div className="undo">
                <p>{undo.offer.words}</p>
                <Button
                  size="small"
                  onPress={() => {
                    const { offer } = undo;
                    undo.drop();
                    if (offer !== undefined) {
                      desk.act((doc, who) => {
                        takeBack(doc, who, offer.undo);
                      });
                    }
                  }}
                >
                  {text.say("undo.act")}
                </Button>
              </div>
            )}
          </div>
        }
        acts={
          desk.mayChange &&
          tab !== "file" && (
            <>
              {tab === "plan" && missingAreas(desk).length > 0 && (
                <ChoiceMenu
                  label={text.say("plan.add-area")}
                  choices={missingAreas(desk)}
                  onChoose={(id) => {
                    desk.act((doc, who) => addArea(doc, who, id), text.say("undo.area-added"));
                  }}
                />
              )}
              {tab === "plan" && file.plan.areas.length > 0 && (
                <Button
                  tone="primary"
                  onPress={() => {
                    setAddingStep(true);
                  }}
                >
                  {text.say("plan.add-step")}
                </Button>
              )}
              {tab === "notes" && (
                <ChoiceMenu<NoteKind>
                  tone="primary"
                  label={text.say("notes.new")}
                  choices={NOTE_KIND_CHOICES}
                  onChoose={(kind) => {
                    noteRequest.run(() => openCase.createNote(kind), setOpenNote);
                  }}
                />
              )}
            </>
          )
        }
      >
        <DocumentFaults state={openCase.state} access={file.access} />
        {file.status.type !== "active" && (
          <Notice tone="plain">
            <p>{text.say(`case.is-${file.status.type}`)}</p>
          </Notice>
        )}
        {noteRequest.fault !== undefined && (
          <Alert words={text.say(`fault.${noteRequest.fault}`)} />
        )}
        <TabPane prefix="case" value={tab}>
          {tab === "plan" && <PlanTab desk={desk} />}
          {tab === "notes" && (
            <NotesTab
              openCase={openCase}
              desk={desk}
              openNote={openNote}
              onOpenNote={setOpenNote}
            />
          )}
          {tab === "file" && <FileTab desk={desk} />}
        </TabPane>
      </Screen>
      {inserting.dialog}
      {isAddingStep && (
        <AddStepDialog
          desk={desk}
          onClose={() => {
            setAddingStep(false);
          }}
        />
      )}
    </>
  );
}
