import { Button } from "../components/button";
import { useView } from "../components/use-view";
import { useApp, useText } from "./context";

/** Said only where the time is over and nobody can tell whether what is in the clipboard is ours. */
export function ClipboardBar() {
  const { clipboard } = useApp().surroundings;
  const text = useText();
  const state = useView(clipboard.state);
  return (
    <div role="status">
      {state === "left-behind" && (
        <div className="undo">
          <p>{text.say("clipboard.left-behind")}</p>
          <Button size="small" onPress={() => void clipboard.clear()}>
            {text.say("clipboard.clear")}
          </Button>
          <Button size="small" onPress={clipboard.dismiss}>
            {text.say("clipboard.dismiss")}
          </Button>
        </div>
      )}
    </div>
  );
}
