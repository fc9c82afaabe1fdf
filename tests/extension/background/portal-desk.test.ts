import { bytesToId } from "@beiakte/shared/base/ids";
import { expect, test } from "vitest";
import { PortalDesk } from "../../../extension/src/background/portal-desk";
import {
  followPermissions,
  type ScriptingPort,
} from "../../../extension/src/background/portal-scripts";
import {
  casesByName,
  makeCaseIndex,
  writeCaseIndex,
} from "../../../extension/src/workspace/case-index";
import { pageBriefFor } from "../../../extension/src/workspace/page-brief-for";
import { takeWish } from "../../../extension/src/workspace/page-wish";
import { memoryArea } from "../../support/page-port";
import { seeded } from "../../support/seeded";

const OURS = "a".repeat(32);
const SENDER = {
  id: OURS,
  url: "https://portal.example/",
  frameId: 0,
  tab: { id: 7, windowId: 3 },
};
const BRIEF = pageBriefFor(undefined, { baCustomer: false });
const KNOWN = { kind: "bg_number", value: "12345//0012345" };
const OTHER = { kind: "bg_number", value: "54321//0054321" };

async function desk(over: { readonly isAllowed?: boolean; readonly isLocked?: boolean } = {}) {
  const session = memoryArea();
  const cases = [1, 2].map((byte) => bytesToId("CaseId", new Uint8Array(16).fill(byte)));
  const named = cases.map((caseId, i) => {
    return { caseId, identifiers: i === 0 ? [KNOWN.value, "AZ-2024-7"] : ["AZ-2024-7"] };
  });
  if (over.isLocked !== true) {
    await writeCaseIndex(
      session,
      await makeCaseIndex(seeded("desk").bytes(32), casesByName(named)),
    );
  }
  const done: string[] = [];
  const made = new PortalDesk({
    extension: OURS,
    session,
    clock: { now: () => 1000, after: () => () => undefined },
    isAllowed: async (origin) => (done.push(`asked ${origin}`), over.isAllowed !== false),
    openPanel: async (window) => void done.push(`opened ${window}`),
    briefAt: async (url) => (done.push(`brief of ${url}`), BRIEF),
    bringReader: async (tab) => void done.push(`reader for ${tab}`),
    showMatches: async (tab, matches) => void done.push(`${tab}: ${matches.join()}`),
  });
  return { desk: made, done, session };
}

const found = (...identifiers: unknown[]) => ({ type: "found", identifiers });

test("[PM7] a page hears of each identifier whether it is known, and no word more", async () => {
  const { desk: made, done } = await desk();
  const several = { kind: "file_number", value: "AZ 2024 7" };
  const answer = await made.hear(found(KNOWN, OTHER, several), SENDER);
  expect(answer).toEqual(["known", "none", "several"]);
  expect(done.at(-1)).toBe("7: known,none,several");
});

test("[PM7] with the vault locked every identifier is locked", async () => {
  const { desk: made } = await desk({ isLocked: true });
  expect(await made.hear(found(KNOWN, OTHER), SENDER)).toEqual(["locked", "locked"]);
});

test("[PM7] a click opens the panel before anything is waited for, and leaves its wish", async () => {
  const { desk: made, done, session } = await desk();
  const opening = made.hear({ type: "open", identifier: KNOWN }, SENDER);
  expect(done[0]).toBe("opened 3");
  expect(await opening).toBeUndefined();
  expect(await takeWish(session, 1000)).toEqual(KNOWN);
});

test("[PT8] a page asks how it is read, and hears it where its origin is allowed", async () => {
  const { desk: made, done } = await desk();
  expect(await made.hear({ type: "read" }, SENDER)).toEqual(BRIEF);
  expect(done).toContain("brief of https://portal.example/");
  const { desk: refused } = await desk({ isAllowed: false });
  expect(await refused.hear({ type: "read" }, SENDER)).toBeUndefined();
});

test("[PM12] how a page is read depends on where it is now", async () => {
  const { desk: made, done } = await desk();
  const tab = { ...SENDER.tab, url: "https://portal.example/akte/7" };
  await made.hear({ type: "read" }, { ...SENDER, tab });
  expect(done).toContain("brief of https://portal.example/akte/7");
});

test("[PM8] an origin that nobody has allowed hears nothing and leaves nothing", async () => {
  const { desk: made, session } = await desk({ isAllowed: false });
  expect(await made.hear(found(KNOWN), SENDER)).toBeUndefined();
  await made.hear({ type: "open", identifier: KNOWN }, SENDER);
  expect(await takeWish(session, 1000)).toBeUndefined();
});

test("[PM8] strangers, nonsense and who speaks too much are not answered", async () => {
  const { desk: made } = await desk();
  expect(made.hear(found(KNOWN), { ...SENDER, frameId: 1 })).toBeUndefined();
  expect(made.hear({ type: "write" }, SENDER)).toBeUndefined();
  const answers = Array.from({ length: 30 }, () => made.hear(found(KNOWN), SENDER));
  expect(answers.filter((one) => one !== undefined).length).toBeLessThan(20);
  const elsewhere = { ...SENDER, tab: { id: 8, windowId: 3 } };
  expect(await made.hear(found(KNOWN), elsewhere)).toEqual(["known"]);
});

test("[PM9] the script stands on the allowed origins and on no other, at once and later", async () => {
  const port = { allowed: [] as string[], registered: undefined as string[] | undefined };
  const injected: string[] = [];
  const scripting: ScriptingPort = {
    allowed: async () => port.allowed,
    registered: async () => port.registered,
    register: async (matches) => void (port.registered = [...matches]),
    update: async (matches) => void (port.registered = [...matches]),
    unregister: async () => void (port.registered = undefined),
    inject: async (matches) => void injected.push(...matches),
  };
  const [a, b] = ["https://a.example/*", "https://b.example/*"];
  const steps = [[], [a], [a], [a, b], [b], []];
  for (const allowed of steps) {
    port.allowed = allowed;
    await followPermissions(scripting);
    expect(port.registered ?? []).toEqual(allowed);
  }
  expect(injected).toEqual([a, b]);
});
