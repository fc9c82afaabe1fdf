import type { SourcedProfile } from "@beiakte/shared/portal/effective-profile";
import type { PortalProfile } from "@beiakte/shared/portal/profile";
import { SHIPPED_PROFILES } from "@beiakte/shared/portal/shipped-profiles";
import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { Button } from "../components/button";
import { TextInput } from "../components/text-input";
import { useView } from "../components/use-view";
import { originFromAddress } from "../workspace/browser-portals";
import type { OpenTeam } from "../workspace/workspace";
import { useApp, useText } from "./context";
import { CustomerNumbers } from "./customer-numbers";
import { PortalLine } from "./portal-line";
import { ProfileDialog } from "./profile-dialog";

type Edited = { readonly origin: string; readonly sourced: SourcedProfile | undefined };

/** Beside which portals Beiakte looks for the client on screen. One at a time, each with a reason. */
export function PortalsPart(props: { readonly team: OpenTeam }) {
  const { team } = props;
  const { portals, settings } = useApp().surroundings;
  const text = useText();
  const origins = useView(portals.origins);
  const { policy } = useView(settings.policy);
  const { profiles } = useView(team.portals.view);
  const [address, setAddress] = useState("");
  const [fault, setFault] = useState<"malformed" | "declined" | undefined>(undefined);
  const [edited, setEdited] = useState<Edited | undefined>(undefined);
  const [removed, setRemoved] = useState<PortalProfile | undefined>(undefined);
  const intended = policy.portals.filter((origin) => !origins.includes(origin));

  function allow(origin: string | undefined) {
    if (origin === undefined) {
      setFault("malformed");
      return;
    }
    // The browser's question follows this click directly: nothing may be waited for before it.
    void portals.allow(origin).then((isAllowed) => {
      setFault(isAllowed ? undefined : "declined");
      if (isAllowed) setAddress("");
    });
  }

  return (
    <section className="form" aria-labelledby="settings-portals">
      <h2 id="settings-portals">{text.say("portals.title")}</h2>
      <p className="quiet small">{text.say("portals.what")}</p>
      {origins.length + intended.length > 0 && (
        <ul className="card rows">
          {origins.map((origin) => (
            <PortalLine
              key={origin}
              origin={origin}
              profiles={profiles.filter(({ profile }) =>
                profile.addresses.some((one) => one.origin === origin),
              )}
              onEdit={(sourced) => {
                setRemoved(undefined);
                setEdited({ origin, sourced });
              }}
              onForget={() => void portals.forget(origin)}
            />
          ))}
          {intended.map((origin) => (
            <li key={origin} className="line line-person">
              <span className="line-words">
                <b translate="no">{origin}</b>
                <span className="small quiet">{text.say("portals.intended")}</span>
              </span>
              <Button
                size="small"
                name={text.say("portals.allow-name", { origin })}
                onPress={() => {
                  allow(origin);
                }}
              >
                {text.say("portals.allow")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div role="status">
        {removed !== undefined && (
          <div className="undo">
            <p>
              {text.say(isShipped(removed) ? "profile.was-reset" : "profile.removed", {
                name: removed.name,
              })}
            </p>
            <Button
              size="small"
              onPress={() => {
                team.portals.save(removed);
                setRemoved(undefined);
              }}
            >
              {text.say("undo.act")}
            </Button>
          </div>
        )}
      </div>
      <Form
        className="form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          allow(originFromAddress(address));
        }}
      >
        <TextInput
          label={text.say("portals.address")}
          hint={text.say("portals.address-hint")}
          value={address}
          onChange={(value) => {
            setAddress(value);
            setFault(undefined);
          }}
          error={fault === undefined ? undefined : text.say(`portals.${fault}`)}
        />
        <div>
          <Button type="submit">{text.say("portals.allow")}</Button>
        </div>
      </Form>
      <CustomerNumbers team={team} />
      {edited !== undefined && (
        <ProfileDialog
          team={team}
          origin={edited.origin}
          sourced={edited.sourced}
          onRemove={(profile) => {
            team.portals.remove(profile.id);
            setRemoved(profile);
          }}
          onClose={() => {
            setEdited(undefined);
          }}
        />
      )}
    </section>
  );
}

function isShipped(profile: PortalProfile): boolean {
  return SHIPPED_PROFILES.some(({ id }) => id === profile.id);
}
