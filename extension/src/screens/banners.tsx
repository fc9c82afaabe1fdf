import { unreachable } from "@beiakte/shared/base/assert";
import { useState } from "react";
import { Button } from "../components/button";
import { DialogBox } from "../components/dialog-box";
import { useView } from "../components/use-view";
import type { Connection, OpenTeam } from "../workspace/workspace";
import { useApp, useText } from "./context";

/** What concerns everything below: practice, no network, a full disk. Facts, not errors. */
export function Banners(props: { readonly team: OpenTeam }) {
  const sync = useView(props.team.sync);
  const { isPractice } = useView(props.team.team);
  const text = useText();
  return (
    <div role="status">
      {isPractice && <PracticeBanner />}
      {sync.storeFault !== undefined && (
        <div className="banner banner-bad">
          <p>
            <b>{text.say(`store.${sync.storeFault}`)}</b>{" "}
            {text.say(`store.${sync.storeFault}-what`)}
          </p>
        </div>
      )}
      <ConnectionBanner connection={sync.connection} waiting={sync.waiting} />
    </div>
  );
}

export function ConnectionBanner(props: {
  readonly connection: Connection;
  /** Changes on this device that the relay does not have. */
  readonly waiting: number;
}) {
  const text = useText();
  const { connection, waiting } = props;
  switch (connection.type) {
    case "none":
    case "online":
    case "connecting":
      return null;
    case "offline":
      return (
        <div className="banner">
          <p>
            <b>{text.say("connection.offline")}</b> {text.say("connection.offline-what")}{" "}
            {waiting > 0 && text.say("connection.waiting", { count: waiting })}
          </p>
        </div>
      );
    case "relay-newer":
    case "relay-older":
      return (
        <div className="banner">
          <p>
            <b>{text.say(`connection.${connection.type}`)}</b>{" "}
            {text.say(`connection.${connection.type}-what`)}
          </p>
        </div>
      );
    case "refused":
      return (
        <div className="banner banner-bad">
          <p>
            <b>{text.say("connection.refused")}</b> {text.say(`refusal.${connection.reason}`)}
          </p>
        </div>
      );
    default:
      return unreachable(connection);
  }
}

function PracticeBanner() {
  const text = useText();
  const { workspace } = useApp();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="banner banner-practice">
      <p>
        <b>{text.say("practice.mark")}</b> {text.say("practice.what")}
      </p>
      <Button
        tone="plain"
        onPress={() => {
          setAsking(true);
        }}
      >
        {text.say("practice.end")}
      </Button>
      {isAsking && (
        <DialogBox
          role="alertdialog"
          title={text.say("practice.sure")}
          onClose={() => {
            setAsking(false);
          }}
        >
          <p>{text.say("practice.sure-what")}</p>
          <div className="dialog-acts">
            <Button
              onPress={() => {
                setAsking(false);
              }}
            >
              {text.say("practice.go-on")}
            </Button>
            <Button
              tone="primary"
              onPress={() => {
                setAsking(false);
                void workspace.endPractice();
              }}
            >
              {text.say("practice.end")}
            </Button>
          </div>
        </DialogBox>
      )}
    </div>
  );
}
