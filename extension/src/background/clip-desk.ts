/**
 * Takes what a person has marked on a portal's page, seals it to this device and keeps it. Nothing
 * is remembered between two takings, so a worker that dies loses nothing that was said to be kept.
 */
import { bytesToId } from "@beiakte/shared/base/ids";
import type { Clock, Random } from "@beiakte/shared/base/ports";
import { type Clip, CLIP_MOST } from "@beiakte/shared/portal/clip";
import { type PageSelection, parsePageSelection, wellFormed } from "../messages/page-selection";
import { parsePageWord } from "../messages/page-words";
import { portalOriginOf } from "../messages/portal-origin";
import type { KeepFault } from "../workspace/clip-keeping";
import type { Result } from "@beiakte/shared/base/result";

/** Where the person has asked for it. */
export type ClipPlace = {
  readonly tab: number;
  /** The page's address, where the browser tells it. */
  readonly url: string | undefined;
  /** Of the menu; a shortcut does not know it. */
  readonly frame: number | undefined;
  /** What the browser says is marked: without lines, but also where our function cannot look. */
  readonly selectionText: string | undefined;
};

/** What the person hears, without a word of any case. */
export type ClipWord = "taken" | "cut" | "nothing" | "not-allowed" | "forbidden" | KeepFault;

export type ClipDeskPorts = {
  readonly clock: Pick<Clock, "now">;
  readonly random: Random;
  readonly isAllowed: (origin: string) => Promise<boolean>;
  /** False where the administration wants no text of portals in cases. */
  readonly mayKeep: () => Promise<boolean>;
  /** What `quoteInPage` answers, once for each frame; rejects where the browser forbids it. */
  readonly read: (place: ClipPlace) => Promise<readonly unknown[]>;
  /** What the content script answers to `list`. */
  readonly identifiers: (tab: number) => Promise<unknown>;
  readonly keep: (clip: Clip) => Promise<Result<void, KeepFault>>;
  readonly say: (place: ClipPlace, word: ClipWord) => Promise<void>;
};

export async function takeClip(ports: ClipDeskPorts, place: ClipPlace): Promise<ClipWord> {
  const word = await take(ports, place);
  // The page may be gone by now; what was kept is kept.
  await ports.say(place, word).catch(() => undefined);
  return word;
}

async function take(ports: ClipDeskPorts, place: ClipPlace): Promise<ClipWord> {
  const origin = place.url === undefined ? undefined : portalOriginOf(place.url);
  if (place.url === undefined || origin === undefined) return "not-allowed";
  if (!(await ports.isAllowed(origin))) return "not-allowed";
  if (!(await ports.mayKeep())) return "forbidden";
  // A frame of another origin has not been allowed with its page.
  const answers = await ports.read(place).catch(() => undefined);
  if (answers === undefined) return "not-allowed";
  const selection = chosen(answers) ?? onlyText(place.selectionText);
  if (selection === undefined) return "nothing";
  const found = parsePageWord(await ports.identifiers(place.tab).catch(() => undefined));
  const { isCut, prefix, start, suffix, text, title } = selection;
  const kept = await ports.keep({
    clip: bytesToId("ClipId", ports.random.bytes(16)),
    text,
    anchor: { prefix, suffix, start },
    origin,
    path: new URL(place.url).pathname.slice(0, CLIP_MOST.path),
    title,
    at: ports.clock.now(),
    identifiers: found?.type === "found" ? found.identifiers : [],
  });
  if (!kept.ok) return kept.error;
  return isCut ? "cut" : "taken";
}

/** In several frames something may be marked: where the person works now counts. */
function chosen(answers: readonly unknown[]): PageSelection | undefined {
  const marked = answers.flatMap((answer) => parsePageSelection(answer) ?? []);
  return marked.find(({ isFocused }) => isFocused) ?? marked[0];
}

function onlyText(text: string | undefined): PageSelection | undefined {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "") return undefined;
  return {
    text: wellFormed(trimmed.slice(0, CLIP_MOST.text)),
    isCut: trimmed.length > CLIP_MOST.text,
    prefix: "",
    suffix: "",
    start: 0,
    isFocused: true,
    title: "",
  };
}
