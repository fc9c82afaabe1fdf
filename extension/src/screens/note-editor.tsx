import { NOTE_TEXT } from "@beiakte/shared/model/note";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { EditorContent, useEditor } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { memo, useState } from "react";
import { markOf } from "../components/initials";
import type { OpenNote } from "../workspace/workspace";
import { useText } from "./context";
import { NoteTools } from "./note-tools";

/**
 * Writes straight into the note's document. Undo is Yjs's, which takes back one's own words only.
 * No style element and no style attribute anywhere: the CSP allows the bundled sheets alone.
 *
 * Kept as it is while the head above it changes with each letter: whenever it is drawn, the whole
 * editor is set up anew.
 */
export const NoteEditor = memo(function NoteEditor(props: { readonly openNote: OpenNote }) {
  const { openNote } = props;
  const text = useText();
  const [hasCaret, setCaret] = useState(true);
  const editor = useEditor(
    {
      injectCSS: false,
      autofocus: "end",
      extensions: [
        StarterKit.configure({
          undoRedo: false,
          // A note needs no addresses that open on a click, no code, no rules: they would only be
          // more that a colleague's extension must be able to read.
          link: false,
          code: false,
          codeBlock: false,
          horizontalRule: false,
          heading: { levels: [3] },
        }),
        Collaboration.configure({ document: openNote.doc, field: NOTE_TEXT }),
        CollaborationCaret.configure({
          provider: openNote.provider,
          user: openNote.caret,
          render: renderCaret,
          selectionRender: (user) => ({ class: `selection-${colourOf(user)}` }),
        }),
      ],
      editorProps: {
        attributes: {
          class: "note-text note-editor",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": text.say("notes.editor"),
        },
      },
      onFocus: () => {
        setCaret(true);
      },
      onBlur: ({ event }) => {
        openNote.settle();
        // The tools stay while one of them is being pressed.
        const next = event.relatedTarget;
        if (!(next instanceof Element && next.closest(".tools") !== null)) setCaret(false);
      },
    },
    [openNote],
  );
  return (
    <>
      <EditorContent editor={editor} />
      {hasCaret && <NoteTools editor={editor} />}
    </>
  );
});

/** Name and member are what `caretsOf` has let in. */
function renderCaret(user: Readonly<Record<string, unknown>>): HTMLElement {
  const caret = document.createElement("span");
  caret.className = `caret caret-${colourOf(user)}`;
  const name = document.createElement("span");
  name.className = "caret-name";
  name.textContent = typeof user["name"] === "string" ? user["name"].slice(0, 60) : "";
  caret.append(name);
  return caret;
}

function colourOf(user: Readonly<Record<string, unknown>>): number {
  const member = user["member"];
  return markOf(typeof member === "string" ? member : "").colour;
}
