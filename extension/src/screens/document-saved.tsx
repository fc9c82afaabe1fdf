import type { Live } from "@beiakte/shared/base/live";
import { SavedWord } from "../components/saved-word";
import { useView } from "../components/use-view";
import type { DocumentState } from "../workspace/workspace";
import { useText } from "./context";

/** Changes while somebody types: it listens itself, and nothing around it is drawn again. */
export function DocumentSaved(props: { readonly state: Live<DocumentState> }) {
  const { saved } = useView(props.state);
  const text = useText();
  return <SavedWord step={saved} word={text.say(`saved.${saved}`)} />;
}
