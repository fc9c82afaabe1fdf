import { Notice } from "../components/notice";
import { useText } from "./context";
import { Entrance } from "./entrance";

export function BrokenStore(props: { readonly fault: "store-unavailable" | "store-newer" }) {
  const text = useText();
  return (
    <Entrance title={text.say("broken.title")}>
      <Notice tone="bad" role="alert">
        <p>{text.say(`broken.${props.fault}`)}</p>
      </Notice>
      <p>{text.say("broken.kept")}</p>
    </Entrance>
  );
}
