import type { Live } from "@beiakte/shared/base/live";
import { SavedWord } from "../components/saved-word";
import { useView } from "../components/use-view";
import type { SyncView } from "../workspace/workspace";
import { useText } from "./context";

/** The weakest state of all that this device holds. */
export function TeamSaved(props: { readonly sync: Live<SyncView> }) {
  const { connection, waiting } = useView(props.sync);
  const text = useText();
  const step = connection.type === "none" || waiting > 0 ? "on-device" : "at-relay";
  return <SavedWord step={step} word={text.say(`saved.${step}`)} />;
}
