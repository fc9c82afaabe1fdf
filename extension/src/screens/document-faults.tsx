import type { Live } from "@beiakte/shared/base/live";
import { Notice } from "../components/notice";
import { useView } from "../components/use-view";
import type { DocumentState } from "../workspace/workspace";
import { useText } from "./context";

/** What a reader can prove went wrong, said calmly: what is missing, and what to do. */
export function DocumentFaults(props: {
  readonly state: Live<DocumentState>;
  readonly access: "writable" | "closed" | "too-new";
}) {
  const text = useText();
  const { faults, isComplete } = useView(props.state);
  const shown = props.access === "too-new" && !faults.includes("too-new");
  return (
    <>
      {(shown ? [...faults, "too-new" as const] : faults).map((fault) => (
        <Notice key={fault} tone="warn" role="status">
          <p>
            <b>{text.say(`document.${fault}`)}</b> {text.say(`document.${fault}-what`)}
          </p>
        </Notice>
      ))}
      {!isComplete && faults.length === 0 && (
        <p className="small quiet" role="status">
          {text.say("document.arriving")}
        </p>
      )}
    </>
  );
}
