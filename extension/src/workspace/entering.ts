/** The two ways into a team: founding it, and accepting an invitation. */
import type { SpaceId } from "@beiakte/shared/base/ids";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import { isLongEnough } from "@beiakte/shared/crypto/passphrase";
import { generateSigningKey } from "@beiakte/shared/crypto/signature";
import { createDirectory, listMember } from "@beiakte/shared/model/directory";
import type { Refusal } from "@beiakte/shared/protocol/refusals";
import { foundSpace } from "@beiakte/shared/space/founding";
import { parseInvitation } from "@beiakte/shared/space/invitation-text";
import { makeJoinRequest } from "@beiakte/shared/space/join";
import { emptyKeyring } from "@beiakte/shared/space/keyring";
import { type OwnDevice, ownDevice } from "@beiakte/shared/space/own-device";
import { isRelayAddress } from "./relay-address";
import { newMemberId, type StageKeeper } from "./stage-keeper";
import { createVault, type Vault } from "./vault";
import { newVaultContents, type VaultContents, type VaultSpace } from "./vault-contents";
import type { AcceptFault, AcceptInvitation, FoundFault, FoundTeam } from "./workspace";

// A relay that answers at all does so within a second or two; a person should not wait longer.
const ANSWER_MOST_MS = 10_000;
// A join request has no answer but a refusal: as long as none comes, the request stands.
const REFUSAL_WITHIN_MS = 1500;

export async function foundTeam(
  keeper: StageKeeper,
  request: FoundTeam,
): Promise<Result<void, FoundFault>> {
  const { clock, random, store } = keeper.context;
  if (!isLongEnough(request.passphrase)) return err("passphrase-too-short");
  if (!isRelayAddress(request.relay)) return err("relay-address-malformed");
  const contents = newVaultContents(random);
  const own = await newDevice(keeper, contents);
  if (!own.ok) return own;
  const member = newMemberId(random);
  const founded = await foundSpace(random, own.value, member, clock.now());
  const { space } = founded.roster;
  const written = [
    await store.addRecords(space, 0, [founded.record]),
    await store.addLockboxes(space, founded.lockboxes),
    await store.spaces.put({
      space,
      joinRequest: undefined,
      voucher: request.voucher.trim(),
      relay: request.relay,
    }),
  ];
  const failed = written.find((one) => !one.ok);
  if (failed?.ok === false) return undo(keeper, failed.error.type);
  keeper.connect()?.refresh();
  const refusal = await answerOf(keeper, space, "live", ANSWER_MOST_MS);
  if (refusal !== undefined) return undo(keeper, foundFaultOf(refusal));
  const vaultSpace: VaultSpace = {
    keyring: founded.keyring,
    relay: request.relay,
    teamName: request.teamName.trim(),
    self: { name: request.memberName.trim(), organisation: request.organisation.trim() },
    membership: { type: "member", member },
  };
  const vault = await newVault(keeper, request.passphrase, contents, vaultSpace);
  if (!vault.ok) return undo(keeper, vault.error);
  await keeper.enter(vault.value);
  const directory = keeper.handle?.directory;
  if (directory !== undefined) {
    const { organisation, teamName: team } = request;
    createDirectory(directory.doc, { organisation, team, accommodations: [] });
    listMember(directory.doc, { memberId: member, ...vaultSpace.self });
    await directory.log.settle();
  }
  return ok(undefined);
}

export async function acceptInvitation(
  keeper: StageKeeper,
  request: AcceptInvitation,
): Promise<Result<void, AcceptFault>> {
  const { clock, random, store } = keeper.context;
  if (!isLongEnough(request.passphrase)) return err("passphrase-too-short");
  const parsed = await parseInvitation(request.invitation);
  if (!parsed.ok) {
    return err(parsed.error === "mistyped" ? "invitation-mistyped" : "invitation-malformed");
  }
  const { expiresAt, relay, secret, space } = parsed.value;
  if (expiresAt < clock.now()) return err("invitation-expired");
  const contents = newVaultContents(random);
  const own = await newDevice(keeper, contents);
  if (!own.ok) return own;
  const self = { name: request.memberName.trim(), organisation: request.organisation.trim() };
  const joinRequest = await makeJoinRequest(random, secret, own.value, self);
  const written = await store.spaces.put({ space, joinRequest, voucher: "", relay });
  if (!written.ok) return undo(keeper, written.error.type);
  keeper.connect()?.refresh();
  const refusal = await answerOf(keeper, space, "joining", ANSWER_MOST_MS);
  if (refusal !== undefined) return undo(keeper, acceptFaultOf(refusal));
  const vault = await newVault(keeper, request.passphrase, contents, {
    keyring: emptyKeyring(space),
    relay,
    teamName: "",
    self,
    membership: { type: "waiting", invitation: secret, expiresAt },
  });
  if (!vault.ok) return undo(keeper, vault.error);
  await keeper.enter(vault.value);
  return ok(undefined);
}

async function newDevice(
  keeper: StageKeeper,
  contents: VaultContents,
): Promise<Result<OwnDevice, "store-full" | "store-failed">> {
  const { store } = keeper.context;
  const own = await ownDevice(await generateSigningKey(), contents.device);
  const row = { signing: own.signingKey, sealingKey: own.keys.sealingKey };
  const written = await store.device.put(row);
  return written.ok ? ok(own) : err(written.error.type);
}

async function newVault(
  keeper: StageKeeper,
  passphrase: string,
  contents: VaultContents,
  space: VaultSpace,
): Promise<Result<Vault, "store-full" | "store-failed" | "passphrase-too-short">> {
  const whole = { ...contents, spaces: [space] };
  const vault = await createVault(keeper.vaultDependencies, passphrase, whole);
  if (vault.ok) return vault;
  return err(vault.error === "vault-exists" ? "store-failed" : vault.error);
}

/** Nothing is left of an attempt that did not succeed: the next one begins as the first did. */
async function undo<Fault>(keeper: StageKeeper, fault: Fault): Promise<Result<never, Fault>> {
  const { store } = keeper.context;
  const spaces = await store.spaces.all();
  await Promise.all(spaces.map(({ space }) => store.spaces.remove(space)));
  keeper.reconnect();
  return err(fault);
}

type Answer = Refusal | "unreachable" | "relay-newer" | "relay-older";

/** What the relay says to a space that has just been told of; nothing where all is well. */
function answerOf(
  keeper: StageKeeper,
  space: SpaceId,
  wanted: "live" | "joining",
  mostMs: number,
): Promise<Answer | undefined> {
  const { clock } = keeper.context;
  const link = keeper.connect();
  return new Promise((resolve) => {
    if (link === undefined) return resolve("unreachable");
    const stops: (() => void)[] = [];
    const done = (answer: Answer | undefined): void => {
      for (const stop of stops) stop();
      resolve(answer);
    };
    let isWaiting = false;
    const look = (): void => {
      const { connection, spaces } = link.state.get();
      if (connection.type === "relay-newer" || connection.type === "relay-older") {
        return done(connection.type);
      }
      if (connection.type === "refused") return done(connection.reason);
      const state = spaces.get(space)?.state;
      if (state?.type === "refused") return done(state.reason);
      if (state?.type !== wanted || isWaiting) return;
      if (wanted === "live") return done(undefined);
      isWaiting = true;
      stops.push(clock.after(REFUSAL_WITHIN_MS, () => done(undefined)));
    };
    stops.push(link.state.subscribe(look));
    stops.push(clock.after(mostMs, () => done("unreachable")));
    look();
  });
}

function foundFaultOf(answer: Answer): FoundFault {
  switch (answer) {
    case "unreachable":
      return "relay-unreachable";
    case "relay-newer":
    case "relay-older":
    case "voucher-needed":
    case "voucher-invalid":
      return answer;
    default:
      return "refused";
  }
}

function acceptFaultOf(answer: Answer): AcceptFault {
  switch (answer) {
    case "unreachable":
      return "relay-unreachable";
    case "relay-newer":
    case "relay-older":
      return answer;
    case "invitation-invalid":
      return "invitation-used";
    case "unknown-space":
      return "invitation-foreign";
    default:
      return "refused";
  }
}
