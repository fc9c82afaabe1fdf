import { ok, err } from "@beiakte/shared/base/result";
import type { Clip } from "@beiakte/shared/portal/clip";
import { CLIP_MOST } from "@beiakte/shared/portal/clip";
import { expect, test } from "vitest";
import {
  type ClipDeskPorts,
  type ClipPlace,
  takeClip,
} from "../../../extension/src/background/clip-desk";
import { parsePageSelection } from "../../../extension/src/messages/page-selection";
import { seeded } from "../../support/seeded";

const PLACE: ClipPlace = {
  tab: 7,
  url: "https://portal.example/klienten/1001?sitzung=geheim#akte",
  frame: 0,
  selectionText: undefined,
};
const MARKED = {
  type: "selection",
  text: "Unterlagen fehlen.",
  isCut: false,
  prefix: "Hinweis: ",
  suffix: "Ende",
  start: 12,
  isFocused: true,
  title: "Akte",
};
const FOUND = {
  type: "found",
  identifiers: [{ kind: "bg_number", value: "12345//0012345" }],
};

function desk(over: Partial<ClipDeskPorts> = {}) {
  const kept: Clip[] = [];
  const said: string[] = [];
  const ports: ClipDeskPorts = {
    clock: { now: () => 1000 },
    random: seeded("desk"),
    isAllowed: async (origin) => origin === "https://portal.example",
    mayKeep: async () => true,
    read: async () => [MARKED],
    identifiers: async () => FOUND,
    keep: async (clip) => ok(void kept.push(clip)),
    say: async (_place, word) => void said.push(word),
    ...over,
  };
  return { kept, said, ports };
}

test("[CL8] what is marked is kept with its source, its place and the page's identifiers", async () => {
  const { kept, ports, said } = desk();
  expect(await takeClip(ports, PLACE)).toBe("taken");
  expect(said).toEqual(["taken"]);
  expect(kept).toEqual([
    {
      clip: expect.stringMatching(/^[0-9a-f]{32}$/u),
      text: "Unterlagen fehlen.",
      anchor: { prefix: "Hinweis: ", suffix: "Ende", start: 12 },
      origin: "https://portal.example",
      path: "/klienten/1001",
      title: "Akte",
      at: 1000,
      identifiers: FOUND.identifiers,
    },
  ]);
});

test("[CL8] the address is kept without query and fragment", async () => {
  const { kept, ports } = desk();
  await takeClip(ports, PLACE);
  expect(JSON.stringify(kept)).not.toMatch(/geheim|#akte/u);
});

test("[CL9] a page that is no allowed portal is not read, and that is said", async () => {
  const read: string[] = [];
  const { kept, ports, said } = desk({ read: async () => (read.push("read"), [MARKED]) });
  for (const url of [
    "https://other.example/",
    "http://portal.example/",
    "about:blank",
    undefined,
  ]) {
    expect(await takeClip(ports, { ...PLACE, url })).toBe("not-allowed");
  }
  expect([read, kept]).toEqual([[], []]);
  const refused = desk({ read: () => Promise.reject(new Error("another origin's frame")) });
  expect(await takeClip(refused.ports, PLACE)).toBe("not-allowed");
  expect(said).toHaveLength(4);
});

test("[CL9] nothing marked, and answers of another form, are nothing", async () => {
  for (const answer of [
    undefined,
    { type: "missing" },
    { ...MARKED, text: "" },
    { ...MARKED, text: "a".repeat(CLIP_MOST.text + 1) },
    { ...MARKED, start: -1 },
    { ...MARKED, prefix: 7 },
  ]) {
    const { kept, ports } = desk({ read: async () => [answer] });
    expect(await takeClip(ports, PLACE)).toBe("nothing");
    expect(kept).toEqual([]);
  }
});

test("[CL9] of several frames the one counts in which the person works", async () => {
  const other = { ...MARKED, isFocused: false, text: "von früher" };
  const { kept, ports } = desk({ read: async () => [other, { type: "missing" }, MARKED] });
  await takeClip(ports, { ...PLACE, frame: undefined });
  expect(kept[0]?.text).toBe("Unterlagen fehlen.");
});

test("[CL9] where our function cannot look, the browser's own word of what is marked is taken", async () => {
  const { kept, ports } = desk({ read: async () => [{ type: "missing" }] });
  expect(await takeClip(ports, { ...PLACE, selectionText: " im Dokument " })).toBe("taken");
  expect(kept[0]).toMatchObject({ text: "im Dokument", anchor: { prefix: "", suffix: "" } });
});

test("[CL9] a cut text, a full disk and a device without a team are said as they are", async () => {
  const cut = desk({ read: async () => [{ ...MARKED, isCut: true }] });
  expect(await takeClip(cut.ports, PLACE)).toBe("cut");
  for (const fault of ["store-full", "store-failed", "not-set-up"] as const) {
    const { ports, said } = desk({ keep: async () => err(fault) });
    expect(await takeClip(ports, PLACE)).toBe(fault);
    expect(said).toEqual([fault]);
  }
});

test("[CL9] a page whose script does not answer has no identifiers, and is taken all the same", async () => {
  for (const identifiers of [
    () => Promise.reject(new Error("no receiver")),
    async () => undefined,
    async () => ({ type: "found", identifiers: [{ kind: "d_number", value: "D1" }] }),
  ]) {
    const { kept, ports } = desk({ identifiers });
    expect(await takeClip(ports, PLACE)).toBe("taken");
    expect(kept[0]?.identifiers).toEqual([]);
  }
});

test("[CL9] half a character is none", () => {
  const parsed = parsePageSelection({ ...MARKED, text: "a\u{D83D}" });
  expect(parsed?.text).toBe("a\u{FFFD}");
});

test("[PY7] where the administration wants no clips nothing is read, and the person hears why", async () => {
  const read: string[] = [];
  const { kept, ports, said } = desk({
    mayKeep: async () => false,
    read: async () => (read.push("read"), [MARKED]),
  });
  expect(await takeClip(ports, PLACE)).toBe("forbidden");
  expect({ kept, read, said }).toEqual({ kept: [], read: [], said: ["forbidden"] });
});
