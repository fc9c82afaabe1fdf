import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { Button } from "../components/button";
import { Alert, Notice } from "../components/notice";
import { Screen } from "../components/screen";
import { TextInput } from "../components/text-input";
import { useView } from "../components/use-view";
import type { OpenTeam } from "../workspace/workspace";
import { AdministrationPart } from "./administration-part";
import { ClipboardPart } from "./clipboard-part";
import { useApp, useText } from "./context";
import { LanguageChoice } from "./language-choice";
import { LockTime } from "./lock-time";
import { NO_PASSPHRASE, PassphraseFields } from "./passphrase-fields";
import { PortalsPart } from "./portals-part";
import { TeamSaved } from "./team-saved";
import { useRequest } from "./use-request";

export function SettingsScreen(props: { readonly team: OpenTeam }) {
  const { team } = props;
  const text = useText();
  const { workspace } = useApp();
  const { isPractice } = useView(team.team);
  const { connection } = useView(team.sync);
  return (
    <Screen
      title={text.say("settings.title")}
      focusKey="settings"
      isMeasured
      beside={<TeamSaved sync={team.sync} />}
    >
      <section className="form" aria-labelledby="settings-language">
        <h2 id="settings-language">{text.say("settings.language")}</h2>
        <LanguageChoice />
      </section>
      <PortalsPart team={team} />
      <ClipboardPart />
      <AdministrationPart />
      {/* Practice has no passphrase: there is nothing to unlock it with. */}
      {!isPractice && (
        <section className="form" aria-labelledby="settings-lock">
          <h2 id="settings-lock">{text.say("settings.lock-title")}</h2>
          <p className="quiet small">{text.say("settings.lock-what")}</p>
          <p className="quiet small">{text.say("lock.after-what")}</p>
          <LockTime />
          <div>
            <Button onPress={() => void workspace.lock()}>{text.say("app.lock")}</Button>
          </div>
        </section>
      )}
      {!isPractice && <ChangePassphrase team={team} />}
      {isPractice && (
        <section className="form" aria-labelledby="settings-practice">
          <h2 id="settings-practice">{text.say("settings.practice-title")}</h2>
          <p className="quiet small">{text.say("practice.sure-what")}</p>
          <div>
            <Button onPress={() => void workspace.endPractice()}>{text.say("practice.end")}</Button>
          </div>
        </section>
      )}
      <section className="form" aria-labelledby="settings-about">
        <h2 id="settings-about">{text.say("settings.about")}</h2>
        <p className="small">
          {text.say("settings.version", { version: workspace.version })}
          <br />
          {text.say(`connection.is-${connection.type}`)}
        </p>
      </section>
    </Screen>
  );
}

function ChangePassphrase(props: { readonly team: OpenTeam }) {
  const text = useText();
  const request = useRequest<"wrong-passphrase" | "passphrase-too-short" | "store-failed">();
  const [before, setBefore] = useState("");
  const [after, setAfter] = useState(NO_PASSPHRASE);
  const [wasTried, setTried] = useState(false);
  const [isDone, setDone] = useState(false);
  const isDifferent = after.once !== after.again;
  const fault = request.fault;
  return (
    <section className="form" aria-labelledby="settings-passphrase">
      <h2 id="settings-passphrase">{text.say("settings.passphrase")}</h2>
      <Form
        className="form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          setDone(false);
          if (isDifferent || before === "" || after.once === "") return;
          request.run(
            () => props.team.changePassphrase(before, after.once),
            () => {
              setBefore("");
              setAfter(NO_PASSPHRASE);
              setTried(false);
              setDone(true);
            },
          );
        }}
      >
        <TextInput
          kind="password"
          label={text.say("settings.passphrase-before")}
          value={before}
          onChange={setBefore}
          error={
            fault === "wrong-passphrase"
              ? text.say("fault.wrong-passphrase")
              : wasTried && before === ""
                ? text.say("field.missing")
                : undefined
          }
        />
        <PassphraseFields
          label={text.say("settings.passphrase-after")}
          value={after}
          onChange={setAfter}
          isTooShort={fault === "passphrase-too-short" || (wasTried && after.once === "")}
          isDifferent={wasTried && isDifferent}
        />
        {fault === "store-failed" && <Alert words={text.say("fault.store-failed")} />}
        {isDone && (
          <Notice tone="plain" role="status">
            <p>{text.say("settings.passphrase-done")}</p>
          </Notice>
        )}
        <div>
          <Button type="submit" isPending={request.isRunning}>
            {text.say("settings.passphrase-act")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
