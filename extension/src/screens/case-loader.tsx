import type { CaseId } from "@beiakte/shared/base/ids";
import { useEffect, useState } from "react";
import { IconButton } from "../components/button";
import { Notice } from "../components/notice";
import { Screen } from "../components/screen";
import type { OpenCase, OpenTeam } from "../workspace/workspace";
import { CaseScreen } from "./case-screen";
import { useText } from "./context";

type Loading = OpenCase | "unknown-case" | undefined;

/** Holds a case open exactly as long as it is on screen: closing seals what is pending. */
export function CaseLoader(props: {
  readonly team: OpenTeam;
  readonly caseId: CaseId;
  readonly onBack: () => void;
}) {
  const { team, caseId } = props;
  const text = useText();
  const [loading, setLoading] = useState<Loading>(undefined);
  useEffect(() => {
    let isGone = false;
    const opening = team.openCase(caseId);
    void opening.then((result) => {
      if (!isGone) setLoading(result.ok ? result.value : result.error);
    });
    return () => {
      isGone = true;
      void opening.then((result) => (result.ok ? result.value.close() : undefined));
    };
  }, [team, caseId]);
  if (loading !== undefined && loading !== "unknown-case") {
    return <CaseScreen team={team} openCase={loading} onBack={props.onBack} />;
  }
  return (
    <Screen
      title={text.say(loading === undefined ? "case.opening" : "case.unknown")}
      focusKey={loading}
      before={<IconButton icon="back" name={text.say("app.back")} onPress={props.onBack} />}
    >
      {loading === "unknown-case" && (
        <Notice tone="warn" role="alert">
          <p>{text.say("case.unknown-what")}</p>
        </Notice>
      )}
    </Screen>
  );
}
