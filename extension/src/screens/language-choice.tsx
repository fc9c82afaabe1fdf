import { Chips } from "../components/chips";
import { useView } from "../components/use-view";
import { useApp, useText } from "./context";

/** Each language is named in itself, so that whoever cannot read the other one finds it. */
export function LanguageChoice() {
  const { language } = useApp().surroundings;
  const text = useText();
  const chosen = useView(language);
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
