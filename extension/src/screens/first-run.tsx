import { Button } from "../components/button";
import { Notice } from "../components/notice";
import { LanguageChoice } from "./language-choice";
import { useText } from "./context";
import { Entrance } from "./entrance";
import type { FirstRunWay } from "./first-run-way";

/** Nothing is on this device yet: three ways to begin, and what to know before typing a name. */
export function FirstRun(props: { readonly onChoose: (way: FirstRunWay) => void }) {
  const text = useText();
  return (
    <Entrance title={text.say("first-run.title")}>
      <p>{text.say("first-run.what")}</p>
      <ul className="ways">
        <Way
          title={text.say("first-run.accept")}
          what={text.say("first-run.accept-what")}
          isLoud
          onChoose={() => {
            props.onChoose("accept");
          }}
        />
        <Way
          title={text.say("first-run.found")}
          what={text.say("first-run.found-what")}
          onChoose={() => {
            props.onChoose("found");
          }}
        />
        <Way
          title={text.say("first-run.practise")}
          what={text.say("first-run.practise-what")}
          onChoose={() => {
            props.onChoose("practise");
          }}
        />
      </ul>
      <Notice tone="plain">
        <p>
          <b>{text.say("first-run.spelling")}</b> {text.say("first-run.spelling-what")}
        </p>
      </Notice>
      <LanguageChoice />
    </Entrance>
  );
}

function Way(props: {
  readonly title: string;
  readonly what: string;
  readonly isLoud?: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <li className="card way">
      <p className="quiet small">{props.what}</p>
      <Button tone={props.isLoud === true ? "primary" : "quiet"} onPress={props.onChoose}>
        {props.title}
      </Button>
    </li>
  );
}
