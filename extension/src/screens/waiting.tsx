import type { Live } from "@beiakte/shared/base/live";
import { Notice } from "../components/notice";
import { SixWords } from "../components/six-words";
import { useView } from "../components/use-view";
import type { Connection } from "../workspace/workspace";
import { ConnectionBanner } from "./banners";
import { useText } from "./context";
import { Entrance } from "./entrance";

/** Accepted, not yet approved. The words prove to both that nobody stands between them. */
export function Waiting(props: {
  readonly words: readonly string[];
  readonly connection: Live<Connection>;
}) {
  const text = useText();
  const connection = useView(props.connection);
  return (
    <>
      <ConnectionBanner connection={connection} waiting={0} />
      <Entrance title={text.say("waiting.title")}>
        <p>{text.say("waiting.what")}</p>
        <SixWords words={props.words} name={text.say("words.name")} />
        <Notice tone="info">
          <p>{text.say("waiting.compare")}</p>
        </Notice>
        <p className="quiet" role="status">
          {text.say("waiting.next")}
        </p>
      </Entrance>
    </>
  );
}
