/**
 * The workspace in memory: real documents and the real model, no log, no relay, no store. What the
 * real one would be told by others (presence, faults, refusals) is set by hand.
 */
import { bytesToId, type CaseId, type DocumentId } from "@beiakte/shared/base/ids";
import { type Live, type Variable, variable } from "@beiakte/shared/base/live";
import { assert } from "@beiakte/shared/base/assert";
import { caretUser } from "@beiakte/shared/sync/carets";
import type { Clock, Random } from "@beiakte/shared/base/ports";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { type CaseFileView, createCaseFile, viewCaseFile } from "@beiakte/shared/model/case-file";
import { type CaseRow, caseRow } from "@beiakte/shared/model/case-row";
import { possibleDuplicates } from "@beiakte/shared/model/duplicates";
import { viewNoteClip } from "@beiakte/shared/model/clip-note";
import { createNote, type NoteView, viewNote } from "@beiakte/shared/model/note";
import { newestFirst } from "@beiakte/shared/model/note-list";
import { attachNumber } from "@beiakte/shared/model/attached";
import { keepIdentifier } from "@beiakte/shared/model/identifiers";
import { takeBack } from "@beiakte/shared/model/undo";
import { KIND_USE } from "@beiakte/shared/portal/portal-kind";
import { makeCaseSearch } from "@beiakte/shared/search/case-search";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import type {
  AcceptFault,
  DocumentState,
  FoundFault,
  FileFault,
  InboxView,
  Invitation,
  OpenCase,
  OpenNote,
  OpenTeam,
  PageView,
  PresenceView,
  Stage,
  SyncView,
  TeamView,
  WorkbenchView,
  Workspace,
} from "../../extension/src/workspace/workspace";
import { type FakePortals, fakePortals } from "./fake-portals";
import type { Scene, SceneCase, SceneNote } from "./fake-scene";

export type FakeWorkspace = {
  readonly workspace: Workspace;
  readonly team: OpenTeam;
  readonly stage: Variable<Stage>;
  readonly sync: Variable<SyncView>;
  readonly teamView: Variable<TeamView>;
  /** Of every case and note alike. */
  readonly state: Variable<DocumentState>;
  readonly presence: Variable<readonly PresenceView[]>;
  /** The portals' rules, over a directory of their own. */
  readonly portals: FakePortals;
  /** What stands on the page beside the panel. */
  readonly page: Variable<PageView>;
  /** What waits in the inbox; filing takes it out. */
  readonly inbox: Variable<InboxView>;
  /** What the next request is answered with. */
  readonly answers: {
    found: Result<void, FoundFault>;
    accept: Result<void, AcceptFault>;
    practise: Result<void, "store-full" | "store-failed">;
    create: "store-full" | "store-failed" | undefined;
    invite: Result<Invitation, "offline" | "refused">;
    approve: Result<void, "offline" | "refused">;
    file: FileFault | undefined;
  };
  readonly awarenessOf: (note: DocumentId) => Awareness;
};

export const PASSPHRASE = "vier Wörter sind genug";

export function fakeWorkspace(
  scene: Scene,
  dependencies: { readonly clock: Clock; readonly random: Random },
): FakeWorkspace {
  const { clock, random } = dependencies;
  const self = scene.members.find((member) => member.isSelf);
  assert(self !== undefined, "a scene has somebody who looks at it");
  const { member, name } = self;
  const myself = { member, name };
  const actor = { member, clock, random };
  const stage = variable<Stage>({ type: "first-run" });
  const sync = variable<SyncView>({
    connection: { type: "online" },
    waiting: 0,
    storeFault: undefined,
  });
  const teamView = variable<TeamView>({
    name: "Integrationsmanagement",
    self: member,
    selfRole: "admin",
    isPractice: false,
    members: scene.members,
    requests: [],
    invitations: [],
    accommodations: scene.accommodations,
  });
  const state = variable<DocumentState>({ saved: "at-relay", faults: [], isComplete: true });
  const presence = variable<readonly PresenceView[]>([]);
  const bench = variable<WorkbenchView>({
    openCase: undefined,
    tab: "plan",
    filter: "mine",
    place: "cases",
  });
  const cases = new Map<CaseId, SceneCase>(scene.cases.map((each) => [each.id, each]));
  const rows = () =>
    [...cases.values()].flatMap((each) => {
      const view = viewCaseFile(each.doc);
      return view.ok ? [caseRow(view.value)] : [];
    });
  const caseload = variable<readonly CaseRow[]>(rows());
  const refresh = () => caseload.set(rows());
  for (const each of cases.values()) each.doc.on("update", refresh);
  const answers: FakeWorkspace["answers"] = {
    found: ok(undefined),
    accept: ok(undefined),
    practise: ok(undefined),
    create: undefined,
    invite: ok({
      text: "beiakte-1-probe-probe",
      qr: [
        [true, false],
        [false, true],
      ],
    }),
    approve: ok(undefined),
    file: undefined,
  };
  const inbox = variable<InboxView>({ clips: [], unreadable: [] });
  const page = variable<PageView>({ identifiers: [] });
  const isPinned = variable(false);
  const awarenesses = new Map<DocumentId, Awareness>();
  let passphrase = PASSPHRASE;

  const portals = fakePortals();

  const team: OpenTeam = {
    team: teamView,
    sync,
    caseload,
    inbox: {
      view: inbox,
      async file(clip, caseId) {
        if (answers.file !== undefined) return err(answers.file);
        takeOut(clip);
        return ok(caseId);
      },
      async discard(clip) {
        const before = inbox.get();
        takeOut(clip);
        return ok(async () => inbox.set(before));
      },
    },
    page: {
      view: page,
      isPinned,
      pin: isPinned.set,
      async assign({ kind, value }, to) {
        const doc = cases.get(to)?.doc;
        if (doc === undefined) return err("unknown-case");
        const mac = "ab".repeat(32);
        const undo =
          KIND_USE[kind] === "proposed"
            ? keepIdentifier(doc, actor, { kind, value })
            : attachNumber(doc, actor, { kind, keyId: "0123456789abcdef", mac });
        return ok({ takeBack: async () => undo && takeBack(doc, actor, undo) });
      },
    },
    portals: portals.open,
    workbench: {
      get: bench.get,
      subscribe: bench.subscribe,
      set: (change) => bench.set({ ...bench.get(), ...change }),
    },
    find(query) {
      const search = makeCaseSearch();
      for (const row of caseload.get()) search.put(row);
      return search.find(query, 50);
    },
    duplicatesOf: (newCase) => possibleDuplicates(newCase, caseload.get()).map(({ row }) => row),
    async createCase(newCase) {
      if (answers.create !== undefined) return err(answers.create);
      const id = bytesToId("CaseId", random.bytes(16));
      const doc = new Y.Doc();
      createCaseFile(doc, actor, id, newCase);
      doc.on("update", refresh);
      cases.set(id, { id, doc, notes: [] });
      refresh();
      return ok(id);
    },
    async openCase(id) {
      const found = cases.get(id);
      return found === undefined ? err("unknown-case") : ok(openCase(found));
    },
    invite: async () => answers.invite,
    async approve(device) {
      if (answers.approve.ok) decide(device);
      return answers.approve;
    },
    async decline(device) {
      decide(device);
    },
    async changePassphrase(before, after) {
      if (before !== passphrase) return err("wrong-passphrase");
      if (after.length < 12) return err("passphrase-too-short");
      passphrase = after;
      return ok(undefined);
    },
  };

  function takeOut(clip: string) {
    const { clips, unreadable } = inbox.get();
    inbox.set({
      clips: clips.filter((one) => one.clip !== clip),
      unreadable: unreadable.filter((one) => one !== clip),
    });
  }

  function decide(device: string) {
    const view = teamView.get();
    const requests = view.requests.filter((request) => request.device !== device);
    teamView.set({ ...view, requests });
  }

  function openCase(found: SceneCase): OpenCase {
    const notes = variable(viewNotes(found));
    const refreshNotes = () => notes.set(viewNotes(found));
    for (const note of found.notes) note.doc.on("update", refreshNotes);
    return {
      id: found.id,
      file: liveOf(found.doc, () => {
        const view = viewCaseFile(found.doc);
        if (!view.ok) throw new Error("a scene's case can be viewed");
        return view.value satisfies CaseFileView;
      }),
      act: (action) => action(found.doc),
      state,
      presence,
      notes,
      async createNote(kind) {
        if (answers.create !== undefined) return err(answers.create);
        const id = bytesToId("DocumentId", random.bytes(16));
        const doc = new Y.Doc();
        createNote(doc, actor, { kind, occurredAt: clock.now(), paragraphs: [] });
        doc.on("update", refreshNotes);
        found.notes.push({ id, doc });
        refreshNotes();
        return ok(id);
      },
      async openNote(id) {
        const note = found.notes.find((each) => each.id === id);
        if (note === undefined) throw new Error("a scene's note");
        return openNote(note);
      },
      close: async () => undefined,
    };
  }

  function openNote(note: SceneNote): OpenNote {
    return {
      id: note.id,
      view: liveOf(note.doc, () => viewOf(note)),
      clip: liveOf(note.doc, () => viewNoteClip(note.doc)),
      doc: note.doc,
      provider: { awareness: awarenessOf(note) },
      caret: caretUser(myself),
      act: (action) => action(note.doc),
      state,
      presence,
      settle: () => undefined,
      close: async () => undefined,
    };
  }

  function awarenessOf(note: SceneNote): Awareness {
    const held = awarenesses.get(note.id);
    if (held !== undefined) return held;
    const made = new Awareness(note.doc);
    awarenesses.set(note.id, made);
    return made;
  }

  const workspace: Workspace = {
    stage,
    version: "0.1.0",
    async foundTeam(request) {
      if (answers.found.ok) {
        passphrase = request.passphrase;
        stage.set({ type: "open", team });
      }
      return answers.found;
    },
    async acceptInvitation() {
      if (answers.accept.ok) {
        stage.set({
          type: "waiting",
          words: ["Anker", "Birke", "Donau", "Fenster", "Garten", "Hafen"],
          connection: variable(sync.get().connection),
        });
      }
      return answers.accept;
    },
    async practise(progress) {
      progress(3, 6);
      if (answers.practise.ok) {
        teamView.set({ ...teamView.get(), isPractice: true });
        stage.set({ type: "open", team });
      }
      return answers.practise;
    },
    async endPractice() {
      stage.set({ type: "first-run" });
    },
    async unlock(typed) {
      if (typed !== passphrase) return err("wrong-passphrase");
      stage.set({ type: "open", team });
      return ok(undefined);
    },
    async lock() {
      stage.set({ type: "locked", because: "button" });
    },
    async removeDevice() {
      stage.set({ type: "first-run" });
    },
  };

  return {
    workspace,
    portals,
    team,
    stage,
    sync,
    page,
    inbox,
    teamView,
    state,
    presence,
    answers,
    awarenessOf(id) {
      const note = [...cases.values()].flatMap((each) => each.notes).find((each) => each.id === id);
      if (note === undefined) throw new Error("a scene's note");
      return awarenessOf(note);
    },
  };
}

function viewOf(note: SceneNote): NoteView {
  const view = viewNote(note.doc, note.id);
  if (!view.ok) throw new Error("a scene's note can be viewed");
  return view.value;
}

function viewNotes(found: SceneCase): readonly NoteView[] {
  return found.notes.map(viewOf).sort(newestFirst);
}

/** A view of a document, made anew only when the document changed. */
function liveOf<Value>(doc: Y.Doc, view: () => Value): Live<Value> {
  let held: { readonly value: Value } | undefined;
  doc.on("update", () => {
    held = undefined;
  });
  return {
    get: () => (held ??= { value: view() }).value,
    subscribe(listener) {
      doc.on("update", listener);
      return () => {
        doc.off("update", listener);
      };
    },
  };
}
