import { useState } from "react";
import { Button } from "../components/button";
import { initialsOf, markOf } from "../components/initials";
import { Screen } from "../components/screen";
import { useView } from "../components/use-view";
import { writtenDay, writtenTime, isoDayOf } from "../text/dates";
import type { MemberView, OpenTeam } from "../workspace/workspace";
import { useText } from "./context";
import { InviteDialog } from "./invite-dialog";
import { JoinRequestCard } from "./join-request-card";
import { TeamSaved } from "./team-saved";

export function TeamScreen(props: { readonly team: OpenTeam }) {
  const text = useText();
  const team = useView(props.team.team);
  const [isInviting, setInviting] = useState(false);
  const isAdmin = team.selfRole === "admin";
  return (
    <Screen
      isReadOnly={team.requests.length === 0}
      title={team.name}
      focusKey="team"
      isMeasured
      beside={<TeamSaved sync={props.team.sync} />}
      acts={
        isAdmin &&
        !team.isPractice && (
          <Button
            tone="primary"
            onPress={() => {
              setInviting(true);
            }}
          >
            {text.say("team.invite")}
          </Button>
        )
      }
    >
      {team.requests.length > 0 && (
        <section className="form" aria-labelledby="team-requests">
          <h2 id="team-requests">{text.say("team.requests")}</h2>
          {team.requests.map((request) => (
            <JoinRequestCard
              key={request.device}
              request={request}
              team={props.team}
              mayDecide={isAdmin}
            />
          ))}
        </section>
      )}
      <section className="form" aria-labelledby="team-members">
        <h2 id="team-members">{text.say("team.members", { count: team.members.length })}</h2>
        <ul className="card rows">
          {team.members.map((member) => (
            <MemberLine key={member.member} member={member} />
          ))}
        </ul>
      </section>
      {team.invitations.length > 0 && (
        <section className="form" aria-labelledby="team-invitations">
          <h2 id="team-invitations">{text.say("team.invitations")}</h2>
          <ul className="card rows">
            {team.invitations.map((invitation) => (
              <li key={invitation.invitation} className="line">
                <b>{invitation.label}</b>
                <span className="small quiet">
                  {text.say("team.invitation-until", {
                    day: writtenDay(isoDayOf(invitation.expiresAt), text.language),
                    time: writtenTime(invitation.expiresAt, text.language),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isInviting && (
        <InviteDialog
          team={props.team}
          onClose={() => {
            setInviting(false);
          }}
        />
      )}
    </Screen>
  );
}

function MemberLine(props: { readonly member: MemberView }) {
  const { member } = props;
  const text = useText();
  const mark = markOf(member.member);
  return (
    <li className="line line-person">
      <span className={`dot dot-${mark.shape} person-${mark.colour}`} aria-hidden="true">
        {initialsOf(member.name)}
      </span>
      <span className="line-words">
        <b>{member.isSelf ? text.say("team.self", { name: member.name }) : member.name}</b>
        <span className="small quiet">
          {[
            member.organisation,
            text.say(`role.${member.role}`),
            member.isOnline && !member.isSelf ? text.say("team.online") : "",
          ]
            .filter((word) => word !== "")
            .join(" · ")}
        </span>
      </span>
    </li>
  );
}
