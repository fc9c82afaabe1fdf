/** The peer: the same editor with the same extensions, over y-websocket as it comes, unsealed. */
import { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { StarterKit } from "@tiptap/starter-kit";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

const asked = new URL(location.href).searchParams;
const doc = new Y.Doc();
const provider = new WebsocketProvider(asked.get("server") ?? "", "bench", doc);
const name = asked.get("name") ?? "";

// oxlint-disable-next-line no-new -- it lives as long as the page
new Editor({
  element: document.querySelector("#editor"),
  autofocus: "end",
  extensions: [
    StarterKit.configure({ undoRedo: false }),
    Collaboration.configure({ document: doc, field: "text" }),
    CollaborationCaret.configure({ provider, user: { name, color: "#336699" } }),
  ],
  editorProps: { attributes: { role: "textbox" } },
});
