import type { SourcedProfile } from "@beiakte/shared/portal/effective-profile";
import type { PortalProfile, ProfileFault } from "@beiakte/shared/portal/profile";
import { SHIPPED_PROFILES } from "@beiakte/shared/portal/shipped-profiles";
import { useEffect, useState } from "react";
import { Alert } from "../components/notice";
import { SelectInput } from "../components/select-input";
import { TextInput } from "../components/text-input";
import { TickList } from "../components/tick-list";
import type { OpenTeam } from "../workspace/workspace";
import { useApp, useText } from "./context";
import { factChoices } from "./fact-words";
import { FormDialog } from "./form-dialog";
import { draftOf, faultyRow, newProfile, type ProfileDraft, profileOf } from "./profile-draft";
import { kindChoices, ProfileRows } from "./profile-rows";
import { ProfileTrial } from "./profile-trial";

/** Towns' own portals have no common address: of these a profile may begin. */
const PATTERNS = SHIPPED_PROFILES.filter(({ addresses }) => addresses.length === 0);

/** How one portal is read, edited and tried out on the page beside the panel. */
export function ProfileDialog(props: {
  readonly team: OpenTeam;
  readonly origin: string;
  /** None: a new one. */
  readonly sourced: SourcedProfile | undefined;
  readonly onRemove: (profile: PortalProfile) => void;
  readonly onClose: () => void;
}) {
  const { origin, sourced, team } = props;
  const { portals } = team;
  const text = useText();
  const { random } = useApp().surroundings;
  const [before] = useState(() => sourced?.profile ?? newProfile(random, origin));
  const [draft, setDraft] = useState<ProfileDraft>(() => draftOf(before, origin));
  const [pattern, setPattern] = useState("none");
  const [fault, setFault] = useState<ProfileFault | undefined>(undefined);
  const [tried, setTried] = useState<PortalProfile | undefined>(undefined);
  // The page goes back to what holds, however the dialogue ends.
  useEffect(() => portals.edit(), [portals]);
  const change = (part: Partial<ProfileDraft>) => {
    setDraft({ ...draft, ...part });
    setFault(undefined);
    setTried(undefined);
  };
  const parsed = (): PortalProfile | undefined => {
    const profile = profileOf(before, origin, draft);
    setFault(profile.ok ? undefined : profile.error);
    return profile.ok ? profile.value : undefined;
  };
  const isShipped = SHIPPED_PROFILES.some(({ id }) => id === before.id);
  const badLabel = faultyRow(draft.labels, "labels", fault);
  const badPlace = faultyRow(draft.places, "places", fault);
  const badField = faultyRow(draft.fields, "fields", fault);
  const isAtField =
    badLabel !== undefined ||
    badPlace !== undefined ||
    badField !== undefined ||
    fault?.at === "name" ||
    fault?.at === "clip" ||
    fault?.at.startsWith("addresses") === true;

  return (
    <FormDialog
      title={text.say(sourced === undefined ? "profile.title-new" : "profile.title")}
      act={text.say("profile.save")}
      removal={
        sourced?.source === "team"
          ? {
              label: text.say(isShipped ? "profile.reset" : "profile.remove"),
              onPress: () => {
                props.onRemove(before);
              },
            }
          : undefined
      }
      onClose={props.onClose}
      onSubmit={() => {
        const profile = parsed();
        if (profile === undefined) return;
        portals.save(profile);
        props.onClose();
      }}
    >
      <p className="quiet small">{text.say("profile.what")}</p>
      {sourced === undefined && (
        <SelectInput
          label={text.say("profile.pattern")}
          value={pattern}
          choices={[
            { id: "none", label: text.say("profile.pattern-none") },
            ...PATTERNS.map(({ id, name }) => ({ id, label: name })),
          ]}
          onChange={(id) => {
            setPattern(id);
            const chosen = PATTERNS.find((one) => one.id === id);
            if (chosen === undefined) return;
            const { clip, fields, kinds, labels, places } = draftOf(chosen, origin);
            change({ clip, fields, kinds, labels, places });
          }}
        />
      )}
      <TextInput
        label={text.say("profile.name")}
        value={draft.name}
        onChange={(name) => {
          change({ name });
        }}
        error={fault?.at === "name" ? text.say("profile.wrong-name") : undefined}
      />
      <TextInput
        label={text.say("profile.path")}
        hint={text.say("profile.path-hint")}
        value={draft.path}
        onChange={(path) => {
          change({ path });
        }}
        error={
          fault?.at.startsWith("addresses") === true ? text.say("profile.wrong-path") : undefined
        }
      />
      <TickList
        label={text.say("profile.kinds")}
        choices={kindChoices(text)}
        value={draft.kinds}
        onChange={(kinds) => {
          change({ kinds });
        }}
      />
      <ProfileRows
        title={text.say("profile.labels")}
        what={text.say("profile.labels-what")}
        kind={text.say("profile.label-kind")}
        kinds={kindChoices(text)}
        first="file_number"
        field={text.say("profile.label-words")}
        add={text.say("profile.label-add")}
        removeName={(words) => text.say("profile.label-remove", { words })}
        rows={draft.labels}
        faulty={badLabel}
        error={text.say("profile.wrong-words")}
        onChange={(labels) => {
          change({ labels });
        }}
      />
      <ProfileRows
        title={text.say("profile.places")}
        what={text.say("profile.places-what")}
        kind={text.say("profile.label-kind")}
        kinds={kindChoices(text)}
        first="file_number"
        field={text.say("profile.place-selector")}
        add={text.say("profile.place-add")}
        removeName={(selector) => text.say("profile.place-remove", { selector })}
        rows={draft.places}
        faulty={badPlace}
        error={text.say("profile.wrong-selector")}
        onChange={(places) => {
          change({ places });
        }}
      />
      <ProfileRows
        title={text.say("profile.fields")}
        what={text.say("profile.fields-what")}
        kind={text.say("profile.field-fact")}
        kinds={factChoices(text)}
        first="given_name"
        field={text.say("profile.place-selector")}
        add={text.say("profile.field-add")}
        removeName={(selector) => text.say("profile.field-remove", { selector })}
        rows={draft.fields}
        faulty={badField}
        error={text.say("profile.wrong-selector")}
        onChange={(fields) => {
          change({ fields });
        }}
      />
      <TextInput
        kind="lines"
        label={text.say("profile.clip")}
        hint={text.say("profile.clip-hint")}
        value={draft.clip}
        onChange={(clip) => {
          change({ clip });
        }}
        error={fault?.at === "clip" ? text.say("profile.wrong-clip") : undefined}
      />
      <ProfileTrial
        team={team}
        origin={origin}
        tried={tried}
        onTry={() => {
          const profile = parsed();
          if (profile === undefined) return;
          portals.tryOut(profile);
          setTried(profile);
        }}
      />
      {fault !== undefined && !isAtField && <Alert words={text.say("profile.wrong")} />}
    </FormDialog>
  );
}
