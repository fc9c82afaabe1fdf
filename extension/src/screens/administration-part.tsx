import { Notice } from "../components/notice";
import { useView } from "../components/use-view";
import type { Text } from "../text/text";
import type { Policy } from "../workspace/policy";
import { useApp, useText } from "./context";

/** What the administration has set, and what of it could not be read. Nothing where there is none. */
export function AdministrationPart() {
  const text = useText();
  const { faults, policy } = useView(useApp().surroundings.settings.policy);
  const set = sentencesOf(policy, text);
  if (set.length === 0 && faults.length === 0) return null;
  return (
    <section className="form" aria-labelledby="settings-policy">
      <h2 id="settings-policy">{text.say("policy.title")}</h2>
      {set.length > 0 && (
        <>
          <p className="quiet small">{text.say("policy.what")}</p>
          <ul className="card rows">
            {set.map((sentence) => (
              <li key={sentence} className="line line-person">
                <span className="line-words">{sentence}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {faults.length > 0 && (
        <Notice tone="warn">
          <p>{text.say("policy.faults")}</p>
          <ul>
            {faults.map(({ setting, why }) => (
              <li key={`${setting} ${why}`}>{text.say(`policy.fault-${why}`, { setting })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}

function sentencesOf(policy: Policy, text: Text): readonly string[] {
  const { keepClips, keepCustomerNumbers, language, lockAfterMinutes, relay } = policy;
  const { portals, profiles } = policy;
  return [
    relay === undefined ? [] : text.say("policy.relay", { relay }),
    lockAfterMinutes === undefined ? [] : text.say("policy.lock", { count: lockAfterMinutes }),
    language === undefined
      ? []
      : text.say("policy.language", {
          language: text.say(language === "de" ? "settings.german" : "settings.english"),
        }),
    portals.length === 0 ? [] : text.say("policy.portals", { count: portals.length }),
    profiles.length === 0 ? [] : text.say("policy.profiles", { count: profiles.length }),
    keepCustomerNumbers === undefined
      ? []
      : text.say(keepCustomerNumbers ? "policy.customer-yes" : "policy.customer-no"),
    keepClips === undefined ? [] : text.say(keepClips ? "policy.clips-yes" : "policy.clips-no"),
  ].flat();
}

/** Stands where a person would otherwise choose. */
export function SetByAdministration() {
  return <p className="quiet small">{useText().say("policy.set")}</p>;
}
