/** A paper as its author really typed it, character by character, as the text of one note. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { assert } from "@beiakte/shared/base/assert";
import { NOTE_TEXT } from "@beiakte/shared/model/note";
import * as Y from "yjs";

export type RecordedNote = { readonly update: Uint8Array; readonly length: number };

type Recorded = {
  readonly endContent: string;
  readonly txns: readonly {
    readonly patches: readonly (readonly [position: number, deleted: number, inserted: string])[];
  }[];
};

const FOLDER = process.env["BEIAKTE_TRACES"] ?? "../shared/traces";

// Yjs joins what belongs together at the end of a transaction; one for each letter takes longer.
const KEYS_PER_TRANSACTION = 50;

/** Nothing where the recording is not on this machine; that is said. */
export function readRecordedNote(): RecordedNote | undefined {
  const path = join(FOLDER, "automerge-paper.json.gz");
  if (!existsSync(path)) {
    console.log(`Skipped: no automerge-paper.json.gz in ${FOLDER}.`);
    return undefined;
  }
  const recorded: Recorded = JSON.parse(gunzipSync(readFileSync(path)).toString());
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  doc.getXmlFragment(NOTE_TEXT).insert(0, [paragraph]);
  for (let i = 0; i < recorded.txns.length; i += KEYS_PER_TRANSACTION) {
    doc.transact(() => {
      for (const { patches } of recorded.txns.slice(i, i + KEYS_PER_TRANSACTION)) {
        for (const [position, deleted, inserted] of patches) {
          if (deleted > 0) text.delete(position, deleted);
          if (inserted !== "") text.insert(position, inserted);
        }
      }
    });
  }
  assert(text.length === recorded.endContent.length, "the recording ends in its text");
  return { update: Y.encodeStateAsUpdate(doc), length: text.length };
}
