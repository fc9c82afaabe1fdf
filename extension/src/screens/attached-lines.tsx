import { removeAttached } from "@beiakte/shared/model/attached";
import { IDENTIFIER_LABELS, labelOf } from "@beiakte/shared/model/choices";
import { Button } from "../components/button";
import type { CaseDesk } from "./case-desk";
import { useText } from "./context";

/** Numbers by which the case is recognised, and which are kept nowhere: only their kind is said. */
export function AttachedLines(props: { readonly desk: CaseDesk }) {
  const { desk } = props;
  const text = useText();
  return (
    <>
      {desk.file.attached.map(({ attachedId, kind }) => {
        const words = labelOf(IDENTIFIER_LABELS, kind)[text.language];
        return (
          <li key={attachedId} className="line line-person">
            <span className="line-words">
              <b>{text.say("attached.line", { kind: words })}</b>
              <span className="small quiet">{text.say("attached.what")}</span>
            </span>
            {desk.mayChange && (
              <Button
                tone="plain"
                name={text.say("attached.remove-name", { kind: words })}
                onPress={() => {
                  desk.act(
                    (doc, actor) => removeAttached(doc, actor, attachedId),
                    text.say("attached.removed", { kind: words }),
                  );
                }}
              >
                {text.say("attached.remove")}
              </Button>
            )}
          </li>
        );
      })}
    </>
  );
}
