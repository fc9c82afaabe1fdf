import { Button } from "../components/button";
import { useView } from "../components/use-view";
import type { OpenTeam } from "../workspace/workspace";
import { useText } from "./context";
import { kindWords } from "./profile-rows";

/** What is found with an edited profile on the page beside the panel, before anybody saves it. */
export function ProfileTrial(props: {
  readonly team: OpenTeam;
  readonly origin: string;
  readonly isTried: boolean;
  readonly onTry: () => void;
}) {
  const { origin, team } = props;
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
        {props.isTried && identifiers.length === 0 && <p>{text.say("profile.tried-none")}</p>}
        {props.isTried && identifiers.length > 0 && (
          <>
            <p>{text.say("profile.tried", { count: identifiers.length })}</p>
            <ul>
              {identifiers.map(({ kind, value }) => (
                <li key={`${kind} ${value}`} translate="no">
                  {text.say("profile.tried-line", { kind: kindWords(kind, text), value })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
