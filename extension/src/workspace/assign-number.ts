/** A number of the page on screen becomes one of a case's: kept, or only ever compared. */
import type { CaseId, DocumentId } from "@beiakte/shared/base/ids";
import type { Live } from "@beiakte/shared/base/live";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { blinded, blindingKey } from "@beiakte/shared/crypto/blind-index";
import type { SealedLog } from "@beiakte/shared/log/sealed-log";
import type { Actor, Undo } from "@beiakte/shared/model/action";
import { attachNumber } from "@beiakte/shared/model/attached";
import { viewCaseFile } from "@beiakte/shared/model/case-file";
import { identifierKeyFor } from "@beiakte/shared/model/identifier-keys";
import { identifierKey, keepIdentifier } from "@beiakte/shared/model/identifiers";
import { takeBack } from "@beiakte/shared/model/undo";
import { kindUse } from "@beiakte/shared/portal/portal-kind";
import type * as Y from "yjs";
import type { PageIdentifier } from "../messages/page-words";
import type { OpenDocument } from "./documents";
import type { PortalRules } from "./portal-rules";
import type { Assigned, AssignFault } from "./workspace";

/** What of an open document is used here. */
type Written = Pick<OpenDocument, "doc"> & { readonly log: Pick<SealedLog, "settle" | "state"> };

export type AssignContext = {
  readonly documents: {
    readonly open: (id: DocumentId) => Promise<Written & Pick<OpenDocument, "close">>;
  };
  readonly directory: Written;
  readonly rules: Live<Pick<PortalRules, "kinds">>;
  readonly actor: Actor;
  readonly caseFileOf: (id: CaseId) => DocumentId | undefined;
};

export async function assignNumber(
  context: AssignContext,
  identifier: PageIdentifier,
  to: CaseId,
): Promise<Result<Assigned, AssignFault>> {
  const { actor, caseFileOf, rules } = context;
  const caseFile = caseFileOf(to);
  if (caseFile === undefined) return err("unknown-case");
  const act = await actFor(context, identifier, kindUse(identifier.kind, rules.get().kinds));
  if (act === undefined) return err("not-allowed");
  const done = await withCase(context, caseFile, act);
  if (!done.ok) return done;
  const { value: undo } = done;
  return ok({
    async takeBack() {
      if (undo === undefined) return;
      await withCase(context, caseFile, (doc) => takeBack(doc, actor, undo));
    },
  });
}

type Act = (doc: Y.Doc) => Undo | undefined;

/** Nothing for what may neither be kept nor compared. */
async function actFor(
  { actor, directory }: AssignContext,
  { kind, value }: PageIdentifier,
  use: ReturnType<typeof kindUse>,
): Promise<Act | undefined> {
  if (use === "proposed") return (doc) => keepIdentifier(doc, actor, { kind, value });
  if (use !== "match-only") return undefined;
  const space = identifierKeyFor(directory.doc, actor);
  if (space === undefined) return undefined;
  // The key first: without it nobody could ever recognise what is blinded under it.
  await directory.log.settle();
  const mac = await blinded(await blindingKey(space.key), identifierKey(value));
  return (doc) => attachNumber(doc, actor, { kind, keyId: space.keyId, mac });
}

async function withCase(
  { documents }: AssignContext,
  caseFile: DocumentId,
  act: Act,
): Promise<Result<Undo | undefined, AssignFault>> {
  const open = await documents.open(caseFile);
  const view = viewCaseFile(open.doc);
  const mayChange =
    view.ok && view.value.access === "writable" && view.value.status.type === "active";
  const undo = mayChange ? act(open.doc) : undefined;
  await open.log.settle();
  const fault = open.log.state.get().storeFault;
  await open.close();
  if (!mayChange) return err("case-closed");
  return fault === undefined ? ok(undo) : err(fault);
}
