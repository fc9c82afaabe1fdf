import type { ReactNode } from "react";
import { IconButton } from "../components/button";
import { Screen } from "../components/screen";
import { useText } from "./context";

/** The screens before a team is open: one column, nothing beside. */
export function Entrance(props: {
  readonly title: string;
  readonly onBack?: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  const text = useText();
  return (
    <main className="frame entrance">
      <Screen
        title={props.title}
        focusKey={props.title}
        isMeasured
        before={
          props.onBack !== undefined && (
            <IconButton icon="back" name={text.say("app.back")} onPress={props.onBack} />
          )
        }
      >
        {props.children}
      </Screen>
    </main>
  );
}
