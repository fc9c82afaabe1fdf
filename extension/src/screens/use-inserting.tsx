import type { CaseId } from "@beiakte/shared/base/ids";
import type { Cancel } from "@beiakte/shared/base/ports";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../components/button";
import { useView } from "../components/use-view";
import type { Text } from "../text/text";
import type { Inserted } from "../workspace/insert";
import type { OpenTeam } from "../workspace/workspace";
import type { Fact } from "./case-desk";
import { useApp, useText } from "./context";
import { InsertDialog } from "./insert-dialog";

/** Longer than for a tick: the eyes are at the portal first. */
const OFFERED_FOR_MS = 30_000;

type Done = { readonly words: string; readonly inserted: Inserted | undefined };

/** From a fact of the case into the portal: the question before, and the way back after. */
export function useInserting(
  team: OpenTeam,
  openCase: CaseId,
): {
  readonly give: (fact: Fact) => void;
  readonly dialog: ReactNode;
  readonly bar: ReactNode;
} {
  const text = useText();
  const { clock } = useApp().surroundings;
  const named = useView(team.page.view).identifiers.flatMap(({ cases }) => cases);
  const [fact, setFact] = useState<Fact | undefined>(undefined);
  const [done, setDone] = useState<Done | undefined>(undefined);
  const cancel = useRef<Cancel | undefined>(undefined);
  useEffect(() => () => cancel.current?.(), []);
  const show = (next: Done) => {
    cancel.current?.();
    setDone(next);
    cancel.current = clock.after(OFFERED_FOR_MS, () => {
      setDone(undefined);
    });
  };
  const takeBack = (inserted: Inserted) => {
    void inserted.undo().then((undone) => {
      show({
        words: text.say(undone.ok ? "insert.undone" : "insert.not-undone"),
        inserted: undefined,
      });
    });
  };
  return {
    give: setFact,
    dialog: fact !== undefined && (
      <InsertDialog
        fact={fact}
        fieldsAt={(address) => team.portals.profileAt(address)?.profile.fields ?? []}
        isOtherCase={named.length > 0 && !named.includes(openCase)}
        onClose={() => {
          setFact(undefined);
        }}
        onInserted={(inserted) => {
          setFact(undefined);
          show({ words: doneWords(inserted, text), inserted });
        }}
      />
    ),
    bar: done !== undefined && (
      <div className="undo">
        <p>{done.words}</p>
        {done.inserted !== undefined && (
          <Button
            size="small"
            name={text.say("insert.undo-name")}
            onPress={() => {
              if (done.inserted !== undefined) takeBack(done.inserted);
            }}
          >
            {text.say("undo.act")}
          </Button>
        )}
      </div>
    ),
  };
}

function doneWords({ field, isExact }: Inserted, text: Text): string {
  if (!isExact) return text.say("insert.done-differently");
  return field.name === ""
    ? text.say("insert.done-unnamed")
    : text.say("insert.done", { field: field.name });
}
