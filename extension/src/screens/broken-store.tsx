import { Alert } from "../components/notice";
import { useText } from "./context";
import { Entrance } from "./entrance";

export function BrokenStore(props: { readonly fault: "store-unavailable" | "store-newer" }) {
  const text = useText();
  return (
    <Entrance title={text.say("broken.title")}>
      <Alert words={text.say(`broken.${props.fault}`)} />
      <p>{text.say("broken.kept")}</p>
    </Entrance>
  );
}
