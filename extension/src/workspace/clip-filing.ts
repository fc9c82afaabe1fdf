/**
 * Makes the note of a clip, once. The note's id follows from the clip's, and the case stands in the
 * note: whoever goes on after a crash finds what was done, and does only the rest.
 */
import { assert } from "@beiakte/shared/base/assert";
import { concatBytes, textToBytes } from "@beiakte/shared/base/bytes";
import {
  bytesToId,
  type CaseId,
  type ClipId,
  type DocumentId,
  idToBytes,
} from "@beiakte/shared/base/ids";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { hash } from "@beiakte/shared/crypto/hash";
import { createClipNote, viewNoteClip } from "@beiakte/shared/model/clip-note";
import { viewNote } from "@beiakte/shared/model/note";
import { listNote } from "@beiakte/shared/model/note-list";
import type { Clip } from "@beiakte/shared/portal/clip";
import {
  type ClipParagraphs,
  clipParagraphs,
  SOURCED_CLIP,
} from "@beiakte/shared/portal/clip-template";
import type { PortalProfile } from "@beiakte/shared/portal/profile";
import type { Documents } from "./documents";
import type { SpaceSession } from "./space-session";
import type { FileFault } from "./workspace";

export type FilingContext = {
  readonly session: SpaceSession;
  readonly documents: Documents;
  /** The case file's document; nothing where the case is not in the directory. */
  readonly caseFileOf: (id: CaseId) => DocumentId | undefined;
  /** How the portal at this address is read, where somebody has said it. */
  readonly profileAt: (url: string) => PortalProfile | undefined;
};

const NOTE_LABEL = "beiakte note of clip v1";

export async function noteIdOf(clip: ClipId): Promise<DocumentId> {
  const named = concatBytes(textToBytes(NOTE_LABEL), Uint8Array.of(0), idToBytes(clip));
  return bytesToId("DocumentId", (await hash(named)).slice(0, 16));
}

/**
 * Gives the case in which it now is: the one that an earlier filing had begun with, or `wanted`. To
 * be called by one context at a time.
 */
export async function fileClip(
  context: FilingContext,
  clip: Clip,
  wanted: CaseId | undefined,
): Promise<Result<CaseId, FileFault>> {
  const { documents, session } = context;
  const { clock, random } = session.context;
  const noteId = await noteIdOf(clip.clip);
  const note = await documents.open(noteId);
  try {
    const begun = viewNoteClip(note.doc)?.caseId;
    const caseId = [begun, wanted].find((id) => caseFileOf(context, id) !== undefined);
    const caseFile = caseFileOf(context, caseId);
    if (caseId === undefined || caseFile === undefined) return err("unknown-case");
    if (begun === undefined) {
      const actor = { member: session.member, clock, random };
      const { anchor, at, origin, path, text, title } = clip;
      const kept = { clip: clip.clip, caseId, text, ...anchor, origin, path, title, at };
      createClipNote(note.doc, actor, kept, paragraphsOf(clip, context.profileAt(origin + path)));
      await note.log.settle();
      const fault = note.log.state.get().storeFault;
      if (fault !== undefined) return err(fault);
    }
    const view = viewNote(note.doc, noteId);
    assert(view.ok, "a note that was created can be viewed");
    const file = await documents.open(caseFile);
    try {
      listNote(file.doc, view.value);
      await file.log.settle();
      const fault = file.log.state.get().storeFault;
      return fault === undefined ? ok(caseId) : err(fault);
    } finally {
      await file.close();
    }
  } finally {
    await note.close();
  }
}

function caseFileOf(context: FilingContext, id: CaseId | undefined): DocumentId | undefined {
  return id === undefined ? undefined : context.caseFileOf(id);
}

function paragraphsOf(
  { at, origin, path, title }: Clip,
  profile: PortalProfile | undefined,
): ClipParagraphs {
  const { host } = new URL(origin);
  const portal = profile?.name ?? host;
  const places = { portal, title, address: `${host}${path}`, time: dayAndTime(at) };
  return clipParagraphs(profile?.clip ?? SOURCED_CLIP, places);
}

/** 22.11.2026, 10:40, by this machine's time zone. */
function dayAndTime(at: number): string {
  const day = new Date(at);
  const date = `${two(day.getDate())}.${two(day.getMonth() + 1)}.${day.getFullYear()}`;
  return `${date}, ${two(day.getHours())}:${two(day.getMinutes())}`;
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}
