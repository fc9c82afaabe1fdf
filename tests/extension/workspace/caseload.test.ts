import type { DocumentId } from "@beiakte/shared/base/ids";
import { NOTE_TEXT } from "@beiakte/shared/model/note";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { OpenCase } from "../../../extension/src/workspace/workspace";
import { until } from "../../support/colleague";
import { must } from "../../support/devices";
import { teamDevice } from "../../support/team-device";

test("[WS5] while a note is written the caseload and the other notes keep still", async () => {
  const device = await teamDevice();
  const { team } = await device.unlock();
  const id = await device.createCase(team, "Haddad", "12345//0012345");
  const open = must(await team.openCase(id));
  const [first, second] = [
    must(await open.createNote("home-visit")),
    must(await open.createNote("phone")),
  ];
  await written(open, second, "Anruf beim Jobcenter.");
  const rows = await until(team.caseload, (all) => all.length === 1);
  const other = open.notes.get().find(({ noteId }) => noteId === second);
  await written(open, first, "Frau Haddad ist umgezogen.");
  expect(team.caseload.get()).toBe(rows);
  expect(open.notes.get().find(({ noteId }) => noteId === second)).toBe(other);
});

/** Until the list of notes shows it. */
async function written(open: OpenCase, id: DocumentId, words: string): Promise<void> {
  const note = await open.openNote(id);
  note.act((doc) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(words)]);
    doc.getXmlFragment(NOTE_TEXT).insert(0, [paragraph]);
    return undefined;
  });
  await until(open.notes, (notes) => notes.some(({ text }) => text === words));
  await note.close();
}
