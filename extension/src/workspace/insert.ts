/**
 * Puts a text of the case into the field of the portal in which the caret is. The page sees nothing
 * of it before the person has seen where it goes and said yes, and only that one field's frame does.
 */
import type { Random } from "@beiakte/shared/base/ports";
import { bytesToHex } from "@beiakte/shared/base/bytes";
import { err, ok, type Result } from "@beiakte/shared/base/result";
import type { PortalFact, ProfileField } from "@beiakte/shared/portal/profile";
import {
  type FieldAnswer,
  type FieldRefusal,
  type FieldRequest,
  type FieldView,
  parseFieldAnswer,
  type Survey,
} from "../messages/field-words";
import { fittedText } from "./fitted-text";

/** One frame of a page, and the document that it showed; some browsers name only the frame. */
export type FramePlace = { readonly frame: number; readonly document: string | undefined };

export type PageOnScreen = {
  readonly tab: number;
  readonly address: string;
  readonly origin: string;
};

export type InsertPort = {
  /** The page beside the panel, where it is a portal's that the person has allowed. */
  readonly page: () => Promise<PageOnScreen | undefined>;
  /** Of each frame that may be asked, its answer. Nothing where the place is gone. */
  readonly ask: (
    tab: number,
    where: FramePlace | "all-frames",
    request: FieldRequest,
  ) => Promise<readonly { readonly place: FramePlace; readonly answer: unknown }[]>;
};

export type InsertRefusal =
  /** Beside the panel is no portal that the person has allowed. */
  | { readonly type: "no-portal" }
  /** The caret is in a part of the page that comes from elsewhere. */
  | { readonly type: "other-site" }
  | { readonly type: "no-room"; readonly room: number; readonly length: number }
  | { readonly type: FieldRefusal };

/** What is to go into the page. */
export type InsertWish = {
  readonly text: string;
  /** What of a case it is, where portals have fields for it. */
  readonly fact: PortalFact | undefined;
  /** What the portal's profile says of its forms, by the page's address. */
  readonly fieldsAt: (address: string) => readonly ProfileField[];
};

export type InsertPreview = {
  readonly origin: string;
  readonly field: FieldView;
  /** What the field is for, as the profile says, if that is something else. */
  readonly isFor: PortalFact | undefined;
  /** As it will stand in the field: a field of one line has no line breaks. */
  readonly text: string;
  readonly insert: () => Promise<Result<Inserted, InsertRefusal>>;
  /** Not after all: the field is no longer marked. */
  readonly leave: () => void;
};

export type Inserted = {
  readonly field: FieldView;
  readonly isExact: boolean;
  /** Only as long as the field holds exactly what was put there. */
  readonly undo: () => Promise<Result<void, InsertRefusal>>;
};

export type Inserting = {
  readonly preview: (wish: InsertWish) => Promise<Result<InsertPreview, InsertRefusal>>;
  /** For how many fields of the page on screen each of these holds; nothing where it cannot be asked. */
  readonly count: (fields: readonly ProfileField[]) => Promise<readonly number[] | undefined>;
};

type Place = { readonly page: PageOnScreen; readonly frame: FramePlace; readonly token: string };

export function makeInserting(port: InsertPort, random: Random): Inserting {
  return {
    async preview({ fact, fieldsAt, text }) {
      const page = await port.page();
      if (page === undefined) return err({ type: "no-portal" });
      const uses = usesOf(fieldsAt(page.address));
      const wanted = uses.findIndex((use) => use.fact === fact);
      const frames = await surveyed(port, page.tab);
      const atCaret = frameWithCaret(frames);
      const isNowhere = !atCaret.ok && atCaret.error.type === "no-field";
      // Without a caret the profile may say where it belongs: in the page itself, not in its frames.
      const top = isNowhere && wanted >= 0 ? topOf(frames) : undefined;
      const frame = top === undefined ? atCaret : ok(top.place);
      if (!frame.ok) return frame;
      const place: Place = { page, frame: frame.value, token: bytesToHex(random.bytes(16)) };
      const selectors = uses.map(({ selector }) => selector);
      const asked = { type: "mark", token: place.token, uses: selectors, wanted } as const;
      const answer = await askAt(port, place, asked);
      if (answer.type !== "marked") return err(refusalOf(answer));
      const leave = (): void => void askAt(port, place, { type: "leave", token: place.token });
      const { field, origin = page.origin } = answer;
      const fitted = fittedText(text, field);
      if (!fitted.ok) {
        leave();
        return fitted;
      }
      return ok({
        origin,
        field,
        isFor: field.use === wanted ? undefined : uses[field.use]?.fact,
        text: fitted.value,
        insert: () => inserted(port, place, field, fitted.value),
        leave,
      });
    },
    async count(fields) {
      const page = await port.page();
      if (page === undefined) return undefined;
      const top = topOf(await surveyed(port, page.tab));
      if (top === undefined) return undefined;
      const uses = fields.map(({ selector }) => selector);
      const [answered] = await port.ask(page.tab, top.place, { type: "count", uses });
      const answer = parseFieldAnswer(answered?.answer);
      const isWhole = answer?.type === "counted" && answer.counts.length === fields.length;
      return isWhole ? answer.counts : undefined;
    },
  };
}

/** Each fact once, with all that the profile says of where it goes. */
function usesOf(fields: readonly ProfileField[]): readonly ProfileField[] {
  const selectors = new Map<PortalFact, string>();
  for (const { fact, selector } of fields) {
    const before = selectors.get(fact);
    selectors.set(fact, before === undefined ? selector : `${before}, ${selector}`);
  }
  return [...selectors].map(([fact, selector]) => ({ fact, selector }));
}

async function inserted(
  port: InsertPort,
  place: Place,
  field: FieldView,
  text: string,
): Promise<Result<Inserted, InsertRefusal>> {
  const { token } = place;
  const answer = await askAt(port, place, { type: "insert", token, text });
  if (answer.type !== "inserted") return err(refusalOf(answer));
  return ok({
    field,
    isExact: answer.isExact,
    async undo() {
      const undone = await askAt(port, place, { type: "undo", token });
      return undone.type === "undone" ? ok(undefined) : err(refusalOf(undone));
    },
  });
}

/** Nobody is asked once another page is on screen: the person would not see what happens. */
async function askAt(port: InsertPort, place: Place, request: FieldRequest): Promise<FieldAnswer> {
  const { frame, page } = place;
  if (request.type !== "leave") {
    const now = await port.page();
    if (now?.tab !== page.tab || now.address !== page.address) return GONE;
  }
  const [answered] = await port.ask(page.tab, frame, request);
  return parseFieldAnswer(answered?.answer) ?? GONE;
}

const GONE: FieldAnswer = { type: "refused", reason: "changed" };

function refusalOf(answer: FieldAnswer): InsertRefusal {
  return { type: answer.type === "refused" ? answer.reason : "changed" };
}

type Surveyed = { readonly place: FramePlace; readonly survey: Survey };

async function surveyed(port: InsertPort, tab: number): Promise<readonly Surveyed[]> {
  const answers = await port.ask(tab, "all-frames", { type: "survey" });
  return answers.flatMap(({ answer, place }) => {
    const survey = parseFieldAnswer(answer);
    return survey?.type === "surveyed" ? [{ place, survey }] : [];
  });
}

function topOf(frames: readonly Surveyed[]): Surveyed | undefined {
  return frames.find(({ survey }) => survey.path.length === 0);
}

/**
 * The panel has the keyboard, so no frame says that it does. But each knows which of its elements
 * would get it: from the top one follows from frame to frame.
 */
function frameWithCaret(frames: readonly Surveyed[]): Result<FramePlace, InsertRefusal> {
  const path: number[] = [];
  for (;;) {
    const here = frames.filter(({ survey }) => survey.path.join() === path.join());
    const [frame, other] = here;
    // Not among those that may be asked; or the page has made it impossible to say which.
    if (frame === undefined || other !== undefined) return err({ type: "other-site" });
    const { active, frame: next } = frame.survey;
    if (active === "nothing") return err({ type: "no-field" });
    if (active === "field") return ok(frame.place);
    path.push(next);
  }
}
