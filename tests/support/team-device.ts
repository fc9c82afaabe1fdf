/** One device with a team of its own and no relay: the whole workspace of as many panels as wanted. */
import type { Bytes } from "@beiakte/shared/base/bytes";
import { assert } from "@beiakte/shared/base/assert";
import { bytesToId, type CaseId } from "@beiakte/shared/base/ids";
import { variable } from "@beiakte/shared/base/live";
import { cryptoRandom } from "@beiakte/shared/crypto/random";
import { generateSigningKey } from "@beiakte/shared/crypto/signature";
import { createDirectory } from "@beiakte/shared/model/directory";
import { foundSpace } from "@beiakte/shared/space/founding";
import { ownDevice } from "@beiakte/shared/space/own-device";
import type { EntryStore } from "../../extension/src/workspace/entry-store";
import { StageKeeper } from "../../extension/src/workspace/stage-keeper";
import { createVault } from "../../extension/src/workspace/vault";
import { newVaultContents } from "../../extension/src/workspace/vault-contents";
import type { OpenTeam } from "../../extension/src/workspace/workspace";
import { memoryWorkbench, openTeamOf, realClock } from "./colleague";
import { type Context, makeContexts } from "./contexts";
import { must } from "./devices";
import { memoryEntryStore } from "./memory-entry-store";
import { noPage } from "./page-port";

export type TeamPanel = {
  readonly keeper: StageKeeper;
  readonly team: OpenTeam;
  readonly context: Context;
};

export const PASSPHRASE = "vier kleine graue Esel";

export async function teamDevice() {
  const store = memoryEntryStore(cryptoRandom);
  const contexts = makeContexts();
  const rings = variable(0);
  const clips = { rings, ring: () => rings.set(rings.get() + 1) };
  let secret: Bytes | undefined;

  const keeperOn = (over: EntryStore) => {
    const context = contexts.context();
    const keeper = new StageKeeper({
      store: over,
      session: {
        get: () => Promise.resolve(secret),
        set: (bytes) => Promise.resolve(void (secret = bytes)),
        clear: () => Promise.resolve(void (secret = undefined)),
      },
      locks: context.locks,
      news: context.news,
      clock: realClock,
      random: cryptoRandom,
      connect: () => ({ send: () => undefined, close: () => undefined }),
      linkChannel: () => ({ postMessage: () => {}, addEventListener: () => {}, close: () => {} }),
      // Argon2id takes its time, and nothing here hangs on it.
      deriveFromPassphrase: (text) => Promise.resolve(new Uint8Array(32).fill(text.length)),
      openWorkbench: () => Promise.resolve(memoryWorkbench()),
      page: { ...noPage(), clips },
      isPractice: true,
    });
    return { context, keeper };
  };

  /** Another panel; `over`: its own connection to the device's store. */
  const openPanel = async (over: EntryStore = store): Promise<TeamPanel> => {
    const { context, keeper } = keeperOn(over);
    await keeper.start();
    return { context, keeper, team: await openTeamOf(keeper) };
  };

  const { keeper: founder } = keeperOn(store);
  const contents = newVaultContents(cryptoRandom);
  const own = await ownDevice(await generateSigningKey(), contents.device);
  const member = bytesToId("MemberId", cryptoRandom.bytes(16));
  const { keyring, record } = await foundSpace(cryptoRandom, own, member, Date.now());
  must(await store.device.put({ signing: own.signingKey, sealingKey: own.keys.sealingKey }));
  must(await store.addRecords(keyring.space, 0, [record]));
  const self = { name: "Aylin Kaya", organisation: "Stadt" };
  const membership = { type: "member", member } as const;
  const space = { keyring, relay: undefined, teamName: "Team", self, membership };
  const vault = await createVault(founder.vaultDependencies, PASSPHRASE, {
    ...contents,
    spaces: [space],
  });
  assert(vault.ok, "the vault is made");
  await founder.enter(vault.value);
  const directory = founder.handle?.directory;
  assert(directory !== undefined, "the team is open");
  createDirectory(directory.doc, { organisation: "Stadt", team: "Team", accommodations: [] });
  await directory.log.settle();
  await founder.lock("button");

  return {
    store,
    clips,
    openPanel,
    /** As a person does; the session's secret lets further panels in. */
    async unlock(over: EntryStore = store): Promise<TeamPanel> {
      const { context, keeper } = keeperOn(over);
      await keeper.start();
      must(await keeper.unlock(PASSPHRASE));
      return { context, keeper, team: await openTeamOf(keeper) };
    },
    async createCase(team: OpenTeam, familyName: string, ...numbers: readonly string[]) {
      const created = await team.createCase({
        household: [
          { givenName: "A", familyName, birthDate: undefined, languages: [], role: "adult" },
        ],
        identifiers: numbers.map((value) => ({ kind: "bg_number", value })),
        accommodation: undefined,
        responsible: undefined,
      });
      return must(created) satisfies CaseId;
    },
  };
}
