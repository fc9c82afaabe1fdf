import type * as Y from "yjs";
import { unreachable } from "../base/assert";
import { type Actor, change, type Undo } from "./action";
import { takeBackMove } from "./place";
import { removeRevisions } from "./records";
import { takeBackTick, takeBackUntick } from "./tick";

/** Takes one action back. What colleagues did meanwhile stays as it is. */
export function takeBack(doc: Y.Doc, actor: Actor, undo: Undo): undefined {
  switch (undo.type) {
    case "take-back-tick":
      takeBackTick(doc, actor, undo.stepId, undo.tick);
      return;
    case "take-back-untick":
      takeBackUntick(doc, actor, undo.stepId, undo.untick);
      return;
    case "take-back-move":
      takeBackMove(doc, actor, undo.stepId, undo.move);
      return;
    case "take-back-removal":
      // Only this removal goes. What it removed is there again, unless a colleague removed it too.
      change(doc, () =>
        doc.getMap<unknown>(undo.root).delete(`${undo.id}/removal/${undo.removal}`),
      );
      return;
    case "take-back-record":
      // What a colleague has changed in it meanwhile keeps it.
      change(doc, () => {
        const root = doc.getMap<unknown>(undo.root);
        removeRevisions(root, undo.id, [undo.revision], actor);
      });
      return;
    case "take-back-added":
      change(doc, () => {
        const plan = doc.getMap<unknown>("plan");
        for (const { stepId, revision } of undo.added) {
          removeRevisions(plan, stepId, [revision], actor);
        }
      });
      return;
    default:
      return unreachable(undo);
  }
}
