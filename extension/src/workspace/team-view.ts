/** Who is in the team, who wants in, and who was invited: from roster, directory and presence. */
import { bytesToHex } from "@beiakte/shared/base/bytes";
import type { DeviceId, MemberId } from "@beiakte/shared/base/ids";
import { type Live, type Variable, variable } from "@beiakte/shared/base/live";
import { type DirectoryView, viewDirectory } from "@beiakte/shared/model/directory";
import {
  isJoinSigned,
  type JoinRequest,
  parseJoinRequest,
} from "@beiakte/shared/space/join-request";
import { type NewcomerName, openJoinName } from "@beiakte/shared/space/join";
import { parseNameKey } from "@beiakte/shared/space/name-key-text";
import { deviceIdOf } from "@beiakte/shared/space/record";
import { sixWords } from "@beiakte/shared/space/words";
import type { Presence } from "@beiakte/shared/sync/presence";
import type { OpenDocument } from "./documents";
import type { SpaceSession } from "./space-session";
import type { InvitationView, JoinRequestView, MemberView, TeamView } from "./workspace";

/** A request that was found genuine, with what the admin needs to answer it. */
export type GenuineRequest = JoinRequestView & {
  readonly request: JoinRequest;
  readonly newcomer: NewcomerName;
};

export class TeamWatch {
  readonly #session: SpaceSession;
  readonly #directory: OpenDocument;
  readonly #presence: Presence;
  readonly #fallbackName: string;
  readonly #isPractice: boolean;
  readonly #declined = new Set<DeviceId>();
  readonly #view: Variable<TeamView>;
  readonly #stops: readonly (() => void)[];
  #requests: readonly GenuineRequest[] = [];
  readonly #judged = new Map<string, GenuineRequest | undefined>();
  #judging: Promise<void> = Promise.resolve();

  constructor(
    session: SpaceSession,
    directory: OpenDocument,
    presence: Presence,
    fallback: { readonly teamName: string; readonly isPractice: boolean },
  ) {
    this.#session = session;
    this.#directory = directory;
    this.#presence = presence;
    this.#fallbackName = fallback.teamName;
    this.#isPractice = fallback.isPractice;
    this.#view = variable(this.#look());
    const renew = (): void => {
      this.#judging = this.#judging.then(() => this.#judge());
    };
    const { link } = session.context;
    this.#stops = [
      directory.version.subscribe(renew),
      session.roster.subscribe(renew),
      presence.online.subscribe(() => this.#publish()),
      ...(link === undefined ? [] : [link.state.subscribe(renew)]),
    ];
    renew();
  }

  get view(): Live<TeamView> {
    return this.#view;
  }

  get requests(): readonly GenuineRequest[] {
    return this.#requests;
  }

  directory(): DirectoryView | undefined {
    const viewed = viewDirectory(this.#directory.doc);
    return viewed.ok ? viewed.value : undefined;
  }

  nameOf(member: MemberId): string {
    const listed = this.directory()?.members.find(({ memberId }) => memberId === member);
    return listed?.name ?? "";
  }

  decline(device: DeviceId): void {
    this.#declined.add(device);
    this.#publish();
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  /** Each request once: the words are dear on purpose. */
  async #judge(): Promise<void> {
    const { link } = this.#session.context;
    const waiting = link?.state.get().spaces.get(this.#session.space)?.joinRequests ?? [];
    const genuine: GenuineRequest[] = [];
    for (const bytes of waiting) {
      const key = bytesToHex(bytes);
      // oxlint-disable-next-line no-await-in-loop -- requests are few, and the words take a while
      if (this.#judged.get(key) === undefined) this.#judged.set(key, await this.#genuine(bytes));
      const judged = this.#judged.get(key);
      if (judged !== undefined) genuine.push(judged);
    }
    const { invitations } = this.#session.roster.get();
    this.#requests = genuine.filter(({ invitation }) => {
      return invitations.get(invitation)?.usedBy === undefined;
    });
    this.#publish();
  }

  async #genuine(bytes: JoinRequest["nameBox"]): Promise<GenuineRequest | undefined> {
    const parsed = parseJoinRequest(bytes);
    if (!parsed.ok) return undefined;
    const request = parsed.value;
    const roster = this.#session.roster.get();
    const known = roster.invitations.get(request.invitation);
    if (known === undefined || !(await isJoinSigned(request, known.invitationKey)))
      return undefined;
    const listed = this.directory()?.invitations.find(
      ({ invitationId }) => invitationId === request.invitation,
    );
    const nameKey = listed === undefined ? undefined : parseNameKey(listed.secret);
    if (nameKey?.ok !== true) return undefined;
    const newcomer = await openJoinName(request, nameKey.value);
    if (!newcomer.ok) return undefined;
    const words = await sixWords(roster.space, request.invitation, request.keys);
    const { invitation } = request;
    const device = await deviceIdOf(request.keys);
    return {
      device,
      invitation,
      name: newcomer.value.name,
      words,
      request,
      newcomer: newcomer.value,
    };
  }

  #publish(): void {
    // Asked after every entry, and mostly the same: a new object would draw the whole case anew.
    const next = this.#look();
    if (JSON.stringify(next) !== JSON.stringify(this.#view.get())) this.#view.set(next);
  }

  #look(): TeamView {
    const { member: self } = this.#session;
    const roster = this.#session.roster.get();
    const directory = this.directory();
    const members = this.#members(directory);
    const invitations = this.#invitations(directory);
    return {
      name: directory?.team || this.#fallbackName,
      self,
      selfRole:
        [...roster.devices.values()].find(({ member }) => member === self)?.role ?? "member",
      isPractice: this.#isPractice,
      members,
      requests: this.#requests
        .filter(({ device }) => !this.#declined.has(device))
        .map(({ device, invitation, name, words }) => ({ device, invitation, name, words })),
      invitations,
      accommodations: directory?.accommodations ?? [],
    };
  }

  #members(directory: DirectoryView | undefined): readonly MemberView[] {
    const { member: self } = this.#session;
    const online = this.#presence.online.get();
    const roles = new Map<MemberId, MemberView["role"]>();
    for (const { member, role } of this.#session.roster.get().devices.values()) {
      if (roles.get(member) !== "admin") roles.set(member, role);
    }
    // The practice team's colleagues stand in its directory only: they have no devices.
    for (const { memberId } of this.#isPractice ? (directory?.members ?? []) : []) {
      if (!roles.has(memberId)) roles.set(memberId, "member");
    }
    return [...roles].map(([member, role]) => {
      const listed = directory?.members.find(({ memberId }) => memberId === member);
      const isSelf = member === self;
      return {
        member,
        name: listed?.name ?? "",
        organisation: listed?.organisation ?? "",
        role,
        isSelf,
        isOnline: isSelf || online.includes(member),
      };
    });
  }

  #invitations(directory: DirectoryView | undefined): readonly InvitationView[] {
    const { invitations } = this.#session.roster.get();
    const now = this.#session.context.clock.now();
    const listed = directory?.invitations ?? [];
    return listed.flatMap(({ expiresAt, invitationId, label }) => {
      const known = invitations.get(invitationId);
      if (known === undefined || known.usedBy !== undefined || expiresAt < now) return [];
      return [{ invitation: invitationId, label, expiresAt, role: known.role }];
    });
  }
}
