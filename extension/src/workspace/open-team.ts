/** A team, unlocked: all that the screens of an open vault may ask for. */
import { bytesToId, type CaseId, type DocumentId, type MemberId } from "@beiakte/shared/base/ids";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { draftKey, projectionKey } from "@beiakte/shared/crypto/keys";
import { createCaseFile, type NewCase } from "@beiakte/shared/model/case-file";
import type { CaseRow } from "@beiakte/shared/model/case-row";
import { listCase } from "@beiakte/shared/model/directory";
import { viewIdentifierKeys } from "@beiakte/shared/model/identifier-keys";
import { possibleDuplicates } from "@beiakte/shared/model/duplicates";
import { type CaseSearch, makeCaseSearch } from "@beiakte/shared/search/case-search";
import { directoryId } from "@beiakte/shared/space/directory-id";
import { Presence } from "@beiakte/shared/sync/presence";
import { type Admission, admission } from "./admission";
import { assignNumber } from "./assign-number";
import { CaseNames } from "./case-names";
import { ClipInbox } from "./clip-inbox";
import { derived, isSameRows } from "./derived";
import { Documents, type OpenDocument } from "./documents";
import { openCase } from "./open-case";
import { PortalsWatch } from "./open-portals";
import { type PagePort, PageWatch } from "./page-watch";
import { Projections } from "./projections";
import type { SpaceSession } from "./space-session";
import { SyncWatch } from "./sync-watch";
import { TeamWatch } from "./team-view";
import type { Vault } from "./vault";
import type { OpenTeam, Workbench } from "./workspace";

export type OpenTeamContext = {
  readonly session: SpaceSession;
  readonly vault: Vault;
  readonly workbench: Workbench;
  readonly page: PagePort;
  readonly relay: string | undefined;
  readonly teamName: string;
};

/** What the workspace keeps of it, to lock it again. */
export type TeamHandle = {
  readonly team: OpenTeam;
  readonly directory: OpenDocument;
  readonly documents: Documents;
  /** Opens what waits to be sealed again, or was left by a context that died. */
  readonly resume: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const FOUND_MOST = 200;

export async function openTeam(context: OpenTeamContext): Promise<TeamHandle> {
  const { relay, session, teamName, vault, workbench } = context;
  const { clock, link, random, store } = session.context;
  const contents = vault.contents.get();
  const presence = new Presence({
    space: session.space,
    self: session.own.device,
    signingKey: session.own.signingKey,
    roster: () => session.roster.get(),
    keys: session.keys,
    channel: link ?? SILENT,
    clock,
    random,
  });
  const documents = new Documents(
    session,
    presence,
    await draftKey(contents.draftKey),
    // The names stand in the directory, which is one of the documents itself.
    (member) => watch.nameOf(member),
  );
  const directory = await documents.open(await directoryId(session.space));
  const isPractice = relay === undefined;
  const watch = new TeamWatch(session, directory, presence, { teamName, isPractice });
  const projections = new Projections(
    session,
    documents,
    await projectionKey(contents.projectionKey),
  );
  await projections.load();
  const search = makeCaseSearch();
  const caseload = derived(
    [projections.version, directory.version],
    () => rowsOf(watch, projections, search),
    isSameRows,
  );
  const sync = new SyncWatch(session, documents);
  const portals = new PortalsWatch(directory, context.page.portals);
  const identifierKeys = derived(
    [directory.version],
    () => viewIdentifierKeys(directory.doc),
    (before, next) =>
      before.map(({ keyId }) => keyId).join() === next.map(({ keyId }) => keyId).join(),
  );
  const page = new PageWatch({
    port: context.page,
    caseload,
    names: new CaseNames(caseload, identifierKeys),
    workbench,
    identifierKeys,
    isHeld: portals.isEdited,
    rules: portals.rules,
    clock,
    random,
  });
  let wasOnline = false;
  const stopLink = link?.state.subscribe(() => {
    const isOnline = link.state.get().connection.type === "online";
    if (isOnline && !wasOnline) presence.announce();
    wasOnline = isOnline;
  });
  const caseContext = {
    session,
    documents,
    projections,
    nameOf: (member: MemberId) => watch.nameOf(member),
  };
  const listed = (id: CaseId): DocumentId | undefined =>
    watch.directory()?.cases.find(({ caseId }) => caseId === id)?.caseFile;
  const inbox = new ClipInbox({
    session,
    documents,
    caseload,
    // Its own: clips may name more than a page, and what is learned is forgotten beyond a number.
    names: new CaseNames(caseload, identifierKeys),
    identifierKeys,
    port: context.page.clips,
    caseFileOf: listed,
    profileAt: (url) => portals.open.profileAt(url)?.profile,
    settled: () => projections.settled(),
  });

  const assignContext = {
    documents,
    directory,
    rules: portals.rules,
    actor: { member: session.member, clock, random },
    caseFileOf: listed,
  };

  const team: OpenTeam = {
    team: watch.view,
    sync: sync.view,
    caseload,
    find: (query) => search.find(query, FOUND_MOST),
    duplicatesOf: (newCase) => possibleDuplicates(newCase, caseload.get()).map(({ row }) => row),
    createCase: (newCase) => createCase(context, documents, directory, newCase),
    async openCase(id) {
      const caseFile = listed(id);
      return caseFile === undefined ? err("unknown-case") : openCase(caseContext, id, caseFile);
    },
    ...invitationsOf(admission({ session, watch, directory, relay })),
    async changePassphrase(before, after) {
      const changed = await vault.changePassphrase(before, after);
      if (changed.ok) return changed;
      const { error } = changed;
      const isPerson = error === "wrong-passphrase" || error === "passphrase-too-short";
      return err(isPerson ? error : "store-failed");
    },
    inbox: {
      view: inbox.view,
      file: (clip, caseId) => inbox.file(clip, caseId),
      discard: (clip) => inbox.discard(clip),
    },
    page: {
      view: page.view,
      isPinned: page.isPinned,
      pin: (isPinned) => page.pin(isPinned),
      assign: (identifier, to) => assignNumber(assignContext, identifier, to),
    },
    portals: portals.open,
    workbench,
  };
  return {
    team,
    directory,
    documents,
    async resume() {
      const drafted = await store.draftedDocuments(session.space);
      const rejected = await store.rejectedDocuments(session.space);
      for (const document of new Set([...drafted, ...rejected])) {
        // oxlint-disable-next-line no-await-in-loop -- one after another: the person works meanwhile
        const open = await documents.open(document);
        // oxlint-disable-next-line no-await-in-loop
        await open.log.reseal();
        // oxlint-disable-next-line no-await-in-loop
        await open.close();
      }
    },
    async close() {
      stopLink?.();
      await page.close();
      await inbox.close();
      portals.close();
      identifierKeys.close();
      projections.close();
      watch.close();
      sync.close();
      caseload.close();
      await documents.closeAll();
      presence.close();
      session.close();
    },
  };
}

const SILENT = { whisper: () => {}, onWhisper: () => () => {} };

function invitationsOf(handle: Admission): Pick<OpenTeam, "invite" | "approve" | "decline"> {
  return { invite: handle.invite, approve: handle.approve, decline: handle.decline };
}

function rowsOf(
  watch: TeamWatch,
  projections: Projections,
  search: CaseSearch,
): readonly CaseRow[] {
  const cases = watch.directory()?.cases ?? [];
  const rows = cases.flatMap(({ caseFile }) => {
    const projected = projections.get(caseFile);
    return projected?.type === "case"
      ? [{ row: projected.row, order: projections.orderOf(caseFile) }]
      : [];
  });
  for (const { row } of rows) search.put(row);
  return rows.toSorted((a, b) => b.order - a.order).map(({ row }) => row);
}

async function createCase(
  { session }: OpenTeamContext,
  documents: Documents,
  directory: OpenDocument,
  newCase: NewCase,
): Promise<Result<CaseId, "store-full" | "store-failed">> {
  const { clock, random } = session.context;
  const id = bytesToId("CaseId", random.bytes(16));
  const caseFile = bytesToId("DocumentId", random.bytes(16));
  const actor = { member: session.member, clock, random };
  const open = await documents.open(caseFile);
  createCaseFile(open.doc, actor, id, newCase);
  await open.log.settle();
  const fault = open.log.state.get().storeFault;
  await open.close();
  if (fault !== undefined) return err(fault);
  listCase(directory.doc, actor, id, caseFile);
  await directory.log.settle();
  return ok(id);
}
