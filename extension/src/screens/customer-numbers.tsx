import { Chips } from "../components/chips";
import { useView } from "../components/use-view";
import type { OpenTeam } from "../workspace/workspace";
import { SetByAdministration } from "./administration-part";
import { useText } from "./context";

/** § 51a SGB II: whether the Kundennummer is read and kept is decided, and off until then. */
export function CustomerNumbers(props: { readonly team: OpenTeam }) {
  const { portals } = props.team;
  const text = useText();
  const { isCustomerNumbersSet, keepsCustomerNumbers } = useView(portals.view);
  return (
    <div className="form-group">
      <p className="group-head">{text.say("portals.customer")}</p>
      <p className="quiet small">{text.say("portals.customer-what")}</p>
      {isCustomerNumbersSet ? (
        <>
          <p>{text.say(keepsCustomerNumbers ? "portals.customer-yes" : "portals.customer-no")}</p>
          <SetByAdministration />
        </>
      ) : (
        <Chips
          name={text.say("portals.customer")}
          value={keepsCustomerNumbers ? "yes" : "no"}
          onChange={(chosen) => {
            portals.keepCustomerNumbers(chosen === "yes");
          }}
          choices={[
            { id: "no", label: text.say("portals.customer-no") },
            { id: "yes", label: text.say("portals.customer-yes") },
          ]}
        />
      )}
    </div>
  );
}
