import { unreachable } from "@beiakte/shared/base/assert";
import { useState } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { useView } from "../components/use-view";
import { localeOf } from "../text/dates";
import type { Workspace } from "../workspace/workspace";
import { AcceptInvitation } from "./accept-invitation";
import { BrokenStore } from "./broken-store";
import { AppContext, type Surroundings, useApp, useText } from "./context";
import { FirstRun } from "./first-run";
import type { FirstRunWay } from "./first-run-way";
import { ForgottenPassphrase } from "./forgotten-passphrase";
import { FoundTeam } from "./found-team";
import { Practise } from "./practise";
import { TeamFrame } from "./team-frame";
import { Unlock } from "./unlock";
import { Waiting } from "./waiting";

/** The panel, in the side panel and as a full page alike. */
export function App(props: { readonly workspace: Workspace; readonly surroundings: Surroundings }) {
  const language = useView(props.surroundings.language);
  return (
    <AppContext value={{ workspace: props.workspace, surroundings: props.surroundings }}>
      <I18nProvider locale={localeOf(language)}>
        <div className="app" lang={language}>
          <StageScreen />
        </div>
      </I18nProvider>
    </AppContext>
  );
}

/** Where the workspace stands decides what is seen; nobody navigates past it. */
function StageScreen() {
  const stage = useView(useApp().workspace.stage);
  const text = useText();
  switch (stage.type) {
    case "starting":
      return (
        <main className="frame" aria-busy="true">
          <h1 className="unseen">{text.say("app.starting")}</h1>
        </main>
      );
    case "first-run":
      return <FirstRunWays />;
    case "locked":
      return <Locked because={stage.because} />;
    case "waiting":
      return <Waiting words={stage.words} connection={stage.connection} />;
    case "open":
      return <TeamFrame team={stage.team} />;
    case "broken":
      return <BrokenStore fault={stage.fault} />;
    default:
      return unreachable(stage);
  }
}

function FirstRunWays() {
  const [way, setWay] = useState<FirstRunWay | undefined>(undefined);
  const goBack = () => {
    setWay(undefined);
  };
  switch (way) {
    case undefined:
      return <FirstRun onChoose={setWay} />;
    case "found":
      return <FoundTeam onBack={goBack} />;
    case "accept":
      return <AcceptInvitation onBack={goBack} />;
    case "practise":
      return <Practise onBack={goBack} />;
    default:
      return unreachable(way);
  }
}

function Locked(props: { readonly because: "start" | "button" | "idle" }) {
  const [isForgotten, setForgotten] = useState(false);
  return isForgotten ? (
    <ForgottenPassphrase
      onBack={() => {
        setForgotten(false);
      }}
    />
  ) : (
    <Unlock
      because={props.because}
      onForgotten={() => {
        setForgotten(true);
      }}
    />
  );
}
