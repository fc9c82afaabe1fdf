import { unreachable } from "@beiakte/shared/base/assert";
import { Button } from "react-aria-components/Button";
import { Icon, type IconName } from "../components/icon";
import { useView } from "../components/use-view";
import type { OpenTeam, WorkbenchView } from "../workspace/workspace";
import { Banners } from "./banners";
import { CasesPlace } from "./cases-place";
import { ClipboardBar } from "./clipboard-bar";
import { useText } from "./context";
import { InboxScreen } from "./inbox-screen";
import { SettingsScreen } from "./settings-screen";
import { TeamScreen } from "./team-screen";

type Place = WorkbenchView["place"];

const PLACES: readonly { readonly id: Place; readonly icon: IconName }[] = [
  { id: "cases", icon: "cases" },
  { id: "inbox", icon: "inbox" },
  { id: "team", icon: "team" },
  { id: "settings", icon: "settings" },
];

/** An open team: banners, the place one is at, and the places at the bottom (or left). */
export function TeamFrame(props: { readonly team: OpenTeam }) {
  const { team } = props;
  const bench = useView(team.workbench);
  return (
    <>
      <Banners team={team} />
      <ClipboardBar />
      <div className="frame">
        <main className="stage">
          <PlaceScreen place={bench.place} team={team} />
        </main>
        <Places team={team} place={bench.place} />
      </div>
    </>
  );
}

function PlaceScreen(props: { readonly place: Place; readonly team: OpenTeam }) {
  switch (props.place) {
    case "cases":
      return <CasesPlace team={props.team} />;
    case "inbox":
      return <InboxScreen team={props.team} />;
    case "team":
      return <TeamScreen team={props.team} />;
    case "settings":
      return <SettingsScreen team={props.team} />;
    default:
      return unreachable(props.place);
  }
}

function Places(props: { readonly team: OpenTeam; readonly place: Place }) {
  const text = useText();
  const { requests } = useView(props.team.team);
  const { clips, unreadable } = useView(props.team.inbox.view);
  const counts: Readonly<Record<Place, number>> = {
    cases: 0,
    inbox: clips.length + unreadable.length,
    team: requests.length,
    settings: 0,
  };
  // With nothing in it, it would only stand in the way.
  const places = PLACES.filter(
    ({ id }) => id !== "inbox" || counts.inbox > 0 || props.place === "inbox",
  );
  return (
    <nav className="places" aria-label={text.say("places.name")}>
      {places.map((place) => {
        const count = counts[place.id];
        return (
          <Button
            key={place.id}
            className="place"
            {...(place.id === props.place ? { "aria-current": "page" as const } : {})}
            onPress={() => {
              // Pressing the place where one is leads back to its list.
              props.team.workbench.set(
                place.id === props.place
                  ? { place: place.id, openCase: undefined }
                  : { place: place.id },
              );
            }}
          >
            <Icon name={place.icon} />
            {text.say(`places.${place.id}`)}
            {count > 0 && (
              <span className="place-count tag tag-warn">
                {count}
                <span className="unseen">
                  {" "}
                  {text.say(place.id === "inbox" ? "places.clips" : "places.requests", { count })}
                </span>
              </span>
            )}
          </Button>
        );
      })}
    </nav>
  );
}
