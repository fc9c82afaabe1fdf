import type { SourcedProfile } from "@beiakte/shared/portal/effective-profile";
import { Button } from "../components/button";
import { useText } from "./context";

/** A portal that was allowed, and how its pages are read. */
export function PortalLine(props: {
  readonly origin: string;
  readonly profiles: readonly SourcedProfile[];
  readonly onEdit: (sourced: SourcedProfile | undefined) => void;
  readonly onForget: () => void;
}) {
  const { origin, profiles } = props;
  const text = useText();
  return (
    <li className="line line-person">
      <div className="line-words">
        <b translate="no">{origin}</b>
        {profiles.length === 0 && <span className="small quiet">{text.say("profile.none")}</span>}
        {profiles.map((sourced) => {
          const { name, addresses } = sourced.profile;
          const path = addresses.find((one) => one.origin === origin)?.path ?? "/";
          return (
            <span key={sourced.profile.id} className="small quiet">
              {path === "/"
                ? text.say("profile.line", { name })
                : text.say("profile.line-path", { name, path })}{" "}
              ({text.say(`profile.source-${sourced.source}`)})
            </span>
          );
        })}
        <span className="acts-row">
          {profiles
            .filter(({ source }) => source !== "policy")
            .map((sourced) => (
              <Button
                key={sourced.profile.id}
                tone="plain"
                size="small"
                name={text.say("profile.edit-name", { name: sourced.profile.name })}
                onPress={() => {
                  props.onEdit(sourced);
                }}
              >
                {text.say("profile.edit")}
              </Button>
            ))}
          <Button
            tone="plain"
            size="small"
            name={text.say("profile.add-name", { origin })}
            onPress={() => {
              props.onEdit(undefined);
            }}
          >
            {text.say("profile.add")}
          </Button>
        </span>
      </div>
      <Button
        tone="plain"
        name={text.say("portals.forget-name", { origin })}
        onPress={props.onForget}
      >
        {text.say("portals.forget")}
      </Button>
    </li>
  );
}
