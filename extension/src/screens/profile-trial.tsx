import type { PortalProfile } from "@beiakte/shared/portal/profile";
import { useEffect, useState } from "react";
import { Button } from "../components/button";
import { useView } from "../components/use-view";
import type { OpenTeam } from "../workspace/workspace";
import { useApp, useText } from "./context";
import { factWords } from "./fact-words";
import { kindWords } from "./profile-rows";

/** What is found with an edited profile on the page beside the panel, before anybody saves it. */
export function ProfileTrial(props: {
  readonly team: OpenTeam;
  readonly origin: string;
  /** None: not yet, or edited since. */
  readonly tried: PortalProfile | undefined;
  readonly onTry: () => void;
}) {
  const { origin, team, tried } = props;
  const isTried = tried !== undefined;
  const text = useText();
  const onScreen = useView(team.portals.onScreen);
  const { identifiers } = useView(team.page.view);
  if (onScreen !== origin) {
    return <p className="quiet small">{text.say("profile.try-elsewhere", { origin })}</p>;
  }
  return (
    <div className="form-group">
      <div>
        <Button size="small" onPress={props.onTry}>
          {text.say("profile.try")}
        </Button>
      </div>
      <div role="status">
        {isTried && identifiers.length === 0 && <p>{text.say("profile.tried-none")}</p>}
        {isTried && identifiers.length > 0 && (
          <>
            <p>{text.say("profile.tried", { count: identifiers.length })}</p>
            <ul className="points">
              {identifiers.map(({ kind, value }) => (
                <li key={`${kind} ${value}`} translate="no">
                  {text.say("profile.tried-line", { kind: kindWords(kind, text), value })}
                </li>
              ))}
            </ul>
          </>
        )}
        {isTried && tried.fields.length > 0 && <TriedFields key={tried.id} profile={tried} />}
      </div>
    </div>
  );
}

/** Whether each field that the profile names is on this page, and there once. */
function TriedFields(props: { readonly profile: PortalProfile }) {
  const { fields } = props.profile;
  const text = useText();
  const { inserting } = useApp().surroundings;
  const [counts, setCounts] = useState<readonly number[] | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    void inserting.count(fields).then((next) => {
      if (!isGone) setCounts(next);
    });
    return () => {
      isGone = true;
    };
  }, [fields, inserting]);
  if (counts === undefined) return null;
  return (
    <>
      <p>{text.say("profile.tried-fields")}</p>
      <ul className="points">
        {fields.map(({ fact, selector }, place) => {
          const count = counts[place] ?? 0;
          const words = { fact: factWords(fact, text), count };
          return (
            <li key={`${fact} ${selector}`}>
              {count === 0
                ? text.say("profile.tried-no-field", words)
                : text.say("profile.tried-field", words)}
            </li>
          );
        })}
      </ul>
    </>
  );
}
