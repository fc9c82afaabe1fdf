/**
 * Actions are the only hands on a document. Each is one transaction with the origin `ACTION`, so
 * that the log knows a colleague's change from our own, and seals a single action at once.
 */
import type * as Y from "yjs";
import type { MemberId } from "../base/ids";
import type { Clock, Random } from "../base/ports";
import { documentAccess } from "./document-format";
import type { MoveId, RemovalId, RevisionId, StepId, TickId, UntickId } from "./local-id";

/** The origin of every transaction that an action makes. */
export const ACTION: unique symbol = Symbol("action");

/** Who acts, and what an action needs of the world. */
export type Actor = {
  readonly member: MemberId;
  readonly clock: Pick<Clock, "now">;
  readonly random: Random;
};

/** The root maps that hold records, see `records.ts`. */
export type RecordRoot = "household" | "identifiers" | "attached" | "plan";

/**
 * How to take back one action, see `undo.ts`. Each names exactly what that action wrote, so taking
 * it back leaves alone what colleagues did meanwhile.
 */
export type Undo =
  | { readonly type: "take-back-tick"; readonly stepId: StepId; readonly tick: TickId }
  | { readonly type: "take-back-untick"; readonly stepId: StepId; readonly untick: UntickId }
  | { readonly type: "take-back-move"; readonly stepId: StepId; readonly move: MoveId }
  | {
      readonly type: "take-back-removal";
      readonly root: RecordRoot;
      readonly id: string;
      readonly removal: RemovalId;
    }
  | {
      readonly type: "take-back-record";
      readonly root: RecordRoot;
      readonly id: string;
      readonly revision: RevisionId;
    }
  | {
      readonly type: "take-back-added";
      readonly added: readonly { readonly stepId: StepId; readonly revision: RevisionId }[];
    };

/**
 * Runs `write` in one transaction, or not at all where the document may not be written: its view
 * says so in `access`, and an action that comes too late for it changes nothing.
 */
export function change<Value>(doc: Y.Doc, write: () => Value): Value | undefined {
  if (documentAccess(doc) !== "writable") return undefined;
  return doc.transact(write, ACTION);
}
