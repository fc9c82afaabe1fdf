import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { Button } from "../components/button";
import { TextInput } from "../components/text-input";
import { useView } from "../components/use-view";
import { originFromAddress, type Portals } from "../workspace/browser-portals";
import { useText } from "./context";

/** Beside which portals Beiakte looks for the client on screen. One at a time, each with a reason. */
export function PortalsPart(props: { readonly portals: Portals }) {
  const { portals } = props;
  const text = useText();
  const origins = useView(portals.origins);
  const [address, setAddress] = useState("");
  const [fault, setFault] = useState<"malformed" | "declined" | undefined>(undefined);

  function allow() {
    const origin = originFromAddress(address);
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
      {origins.length > 0 && (
        <ul className="card rows">
          {origins.map((origin) => (
            <li key={origin} className="line line-person">
              <span className="line-words">
                <b translate="no">{origin}</b>
              </span>
              <Button
                tone="plain"
                name={text.say("portals.forget-name", { origin })}
                onPress={() => void portals.forget(origin)}
              >
                {text.say("portals.forget")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Form
        className="form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          allow();
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
    </section>
  );
}
