import { Chips } from "../components/chips";
import { useView } from "../components/use-view";
import { SetByAdministration } from "./administration-part";
import { useApp, useText } from "./context";

/** Each language is named in itself, so that whoever cannot read the other one finds it. */
export function LanguageChoice() {
  const { language, settings } = useApp().surroundings;
  const { policy } = useView(settings.policy);
  const text = useText();
  const chosen = useView(language);
  if (policy.language !== undefined) {
    return (
      <div>
        <p>{text.say(policy.language === "de" ? "settings.german" : "settings.english")}</p>
        <SetByAdministration />
      </div>
    );
  }
  return (
    <Chips
      name={text.say("settings.language")}
      value={chosen}
      onChange={language.set}
      choices={[
        { id: "de", label: text.say("settings.german") },
        { id: "en", label: text.say("settings.english") },
      ]}
    />
  );
}
