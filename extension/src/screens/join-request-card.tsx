import { Button } from "../components/button";
import { Alert } from "../components/notice";
import { SixWords } from "../components/six-words";
import type { JoinRequestView, OpenTeam } from "../workspace/workspace";
import { useText } from "./context";
import { useRequest } from "./use-request";

/** Approving hands over the team's key: the words must have been compared first, by voice. */
export function JoinRequestCard(props: {
  readonly request: JoinRequestView;
  readonly team: OpenTeam;
  readonly mayDecide: boolean;
}) {
  const { request, team } = props;
  const text = useText();
  const approval = useRequest<"offline" | "refused">();
  return (
    <div className="card form-group">
      <p>
        <b>{text.say("request.who", { name: request.name })}</b>
      </p>
      <SixWords words={request.words} name={text.say("words.name")} />
      <p className="small">{text.say("request.compare", { name: request.name })}</p>
      {approval.fault !== undefined && (
        <Alert words={text.say(`fault.approve-${approval.fault}`)} />
      )}
      {props.mayDecide ? (
        <div className="dialog-acts">
          <Button
            name={text.say("request.decline-name", { name: request.name })}
            onPress={() => void team.decline(request.device)}
          >
            {text.say("request.decline")}
          </Button>
          <Button
            tone="primary"
            isPending={approval.isRunning}
            name={text.say("request.approve-name", { name: request.name })}
            onPress={() => {
              approval.run(() => team.approve(request.device));
            }}
          >
            {text.say("request.approve")}
          </Button>
        </div>
      ) : (
        <p className="small quiet">{text.say("request.admin-decides")}</p>
      )}
    </div>
  );
}
