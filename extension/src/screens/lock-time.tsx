import { SelectInput } from "../components/select-input";
import { useView } from "../components/use-view";
import { LOCK_CHOICES, lockAfterMinutes } from "../workspace/own-settings";
import { SetByAdministration } from "./administration-part";
import { useApp, useText } from "./context";

/** After how long Beiakte locks by itself. */
export function LockTime() {
  const text = useText();
  const { settings } = useApp().surroundings;
  const { policy } = useView(settings.policy);
  const own = useView(settings.own);
  const minutes = lockAfterMinutes(policy, own);
  const words = (count: number) => text.say("lock.minutes", { count });
  if (policy.lockAfterMinutes !== undefined) {
    return (
      <div>
        <p>
          {text.say("lock.after")} {words(minutes)}
        </p>
        <SetByAdministration />
      </div>
    );
  }
  const offered = [...new Set([...LOCK_CHOICES, minutes])].toSorted((a, b) => a - b);
  return (
    <SelectInput
      label={text.say("lock.after")}
      value={String(minutes)}
      choices={offered.map((count) => ({ id: String(count), label: words(count) }))}
      onChange={(chosen) => {
        settings.choose({ ...own, lockAfterMinutes: Number(chosen) });
      }}
    />
  );
}
