import { type Editor, useEditorState } from "@tiptap/react";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { Toolbar } from "react-aria-components/Toolbar";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { IconButton } from "../components/button";
import { Icon, type IconName } from "../components/icon";
import { useText } from "./context";

/** The tools of the note that holds the caret. Each has its key too (Ctrl+B, Ctrl+Z …). */
export function NoteTools(props: { readonly editor: Editor }) {
  const { editor } = props;
  const text = useText();
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => {
      // Asked with every letter: `can()` would build all the editor's commands for it each time.
      const undo = yUndoPluginKey.getState(current.state)?.undoManager;
      return {
        bold: current.isActive("bold"),
        heading: current.isActive("heading"),
        list: current.isActive("bulletList"),
        canUndo: (undo?.undoStack.length ?? 0) > 0,
        canRedo: (undo?.redoStack.length ?? 0) > 0,
      };
    },
  });
  return (
    <Toolbar className="tools" aria-label={text.say("notes.tools")}>
      <Tool
        icon="bold"
        name={text.say("notes.bold")}
        isOn={active.bold}
        onPress={() => editor.chain().focus().toggleBold().run()}
      />
      <Tool
        icon="heading"
        name={text.say("notes.heading")}
        isOn={active.heading}
        onPress={() => editor.chain().focus().toggleHeading({ level: 3 }).run()}
      />
      <Tool
        icon="list"
        name={text.say("notes.list")}
        isOn={active.list}
        onPress={() => editor.chain().focus().toggleBulletList().run()}
      />
      <IconButton
        icon="undo"
        name={text.say("notes.undo")}
        isDisabled={!active.canUndo}
        onPress={() => editor.chain().focus().undo().run()}
      />
      <IconButton
        icon="redo"
        name={text.say("notes.redo")}
        isDisabled={!active.canRedo}
        onPress={() => editor.chain().focus().redo().run()}
      />
    </Toolbar>
  );
}

function Tool(props: {
  readonly icon: IconName;
  readonly name: string;
  readonly isOn: boolean;
  readonly onPress: () => void;
}) {
  return (
    <ToggleButton
      className="icon-button"
      aria-label={props.name}
      isSelected={props.isOn}
      onPress={props.onPress}
    >
      <Icon name={props.icon} />
    </ToggleButton>
  );
}
