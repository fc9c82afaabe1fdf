import { err, ok } from "@beiakte/shared/base/result";
import type { ProfileField } from "@beiakte/shared/portal/profile";
import { expect, test } from "vitest";
import type { FieldRequest, Survey } from "../../../extension/src/messages/field-words";
import {
  type FramePlace,
  type InsertPreview,
  type InsertWish,
  makeInserting,
} from "../../../extension/src/workspace/insert";
import { type FakeInsertPort, fakeInsertPort, PORTAL_PAGE } from "../../support/fake-insert-port";
import { seeded } from "../../support/seeded";

const inserting = (port: FakeInsertPort) => makeInserting(port, seeded("insert"));

/** A text that no portal's profile names fields for. */
const wish = (text: string): InsertWish => ({ text, fact: undefined, fieldsAt: () => [] });

async function previewed(port: FakeInsertPort, text = "Rania"): Promise<InsertPreview> {
  const preview = await inserting(port).preview(wish(text));
  if (!preview.ok) throw new Error(preview.error.type);
  return preview.value;
}

test("[IN2] the page hears the text after the yes only, and only the frame that was shown does", async () => {
  const port = fakeInsertPort();
  const preview = await previewed(port);
  expect(preview).toMatchObject({
    text: "Rania",
    origin: PORTAL_PAGE.origin,
    field: { name: "Betreff" },
  });
  expect(JSON.stringify(port.heard)).not.toContain("Rania");
  const inserted = await preview.insert();
  expect(inserted).toMatchObject({ ok: true, value: { isExact: true } });
  expect(port.heard.map(({ type }) => type)).toEqual(["survey", "mark", "insert"]);
});

test("[IN2] each preview has a token of its own, which no page can guess", async () => {
  const port = fakeInsertPort();
  const desk = inserting(port);
  await desk.preview(wish("Rania"));
  await desk.preview(wish("Rania"));
  const tokens = port.heard.flatMap((one) => (one.type === "mark" ? [one.token] : []));
  expect(new Set(tokens).size).toBe(2);
  for (const token of tokens) expect(token).toMatch(/^[0-9a-f]{32}$/u);
});

test("[IN4] beside no allowed portal nobody is asked anything", async () => {
  const port = fakeInsertPort();
  port.shown = undefined;
  expect(await inserting(port).preview(wish("Rania"))).toEqual(err({ type: "no-portal" }));
  expect(port.heard).toEqual([]);
});

test.each([
  ["another tab", { ...PORTAL_PAGE, tab: 8 }],
  ["another address", { ...PORTAL_PAGE, address: `${PORTAL_PAGE.address}2` }],
  ["no portal", undefined],
])("[IN4] with %s on screen nothing is inserted, and nothing taken back", async (_what, next) => {
  const port = fakeInsertPort();
  const preview = await previewed(port);
  port.shown = next;
  expect(await preview.insert()).toEqual(err({ type: "changed" }));
  expect(port.heard.map(({ type }) => type)).not.toContain("insert");
  port.shown = PORTAL_PAGE;
  const inserted = await preview.insert();
  port.shown = next;
  expect(inserted.ok && (await inserted.value.undo())).toEqual(err({ type: "changed" }));
  port.shown = PORTAL_PAGE;
  expect(inserted.ok && (await inserted.value.undo())).toEqual(ok(undefined));
});

test("[IN4] a document that is gone answers nothing, and nothing is believed of what is malformed", async () => {
  for (const answer of [[], [{ place: { frame: 0, document: "x" }, answer: { type: "yes" } }]]) {
    const port = fakeInsertPort();
    const preview = await previewed(port);
    Object.assign(port, { ask: async () => answer });
    expect(await preview.insert()).toEqual(err({ type: "changed" }));
  }
});

test("[IN9] a text that does not fit is refused before anything is offered, and the mark is gone", async () => {
  const port = fakeInsertPort();
  port.field = { kind: "line", name: "PLZ", room: 3, content: "empty", use: -1 };
  expect(await inserting(port).preview(wish("Rania"))).toEqual(
    err({ type: "no-room", room: 3, length: 5 }),
  );
  expect(port.heard.at(-1)?.type).toBe("leave");
});

const survey = (path: readonly number[], active: Survey["active"], frame = -1): Survey => {
  return { type: "surveyed", path, active, frame };
};

async function frameOf(surveys: readonly Survey[]): Promise<string> {
  const port = fakeInsertPort();
  const asked: (FramePlace | "all-frames")[] = [];
  const { ask } = port;
  Object.assign(port, {
    ask: async (tab: number, where: FramePlace | "all-frames", request: FieldRequest) => {
      asked.push(where);
      if (request.type !== "survey") return ask(tab, where, request);
      return surveys.map((answer, frame) => ({ place: { frame, document: `d${frame}` }, answer }));
    },
  });
  const preview = await inserting(port).preview(wish("Rania"));
  if (!preview.ok) return preview.error.type;
  const where = asked[1];
  return where === "all-frames" || where === undefined ? "all" : (where.document ?? "");
}

test("[IN1] the caret is followed from the top through the frames; one that another frame had is not taken", async () => {
  expect(await frameOf([survey([], "field")])).toBe("d0");
  expect(
    await frameOf([
      survey([], "frame", 1),
      survey([0], "field"),
      survey([1], "frame", 0),
      survey([1, 0], "field"),
    ]),
  ).toBe("d3");
  expect(await frameOf([survey([], "nothing"), survey([0], "field")])).toBe("no-field");
});

test("[IN1] a frame that may not be asked, or that cannot be told from another, is refused", async () => {
  expect(await frameOf([survey([], "frame", 0)])).toBe("other-site");
  expect(await frameOf([survey([0], "field")])).toBe("other-site");
  expect(
    await frameOf([survey([], "frame", -1), survey([-1], "field"), survey([-1], "field")]),
  ).toBe("other-site");
});

const FIELDS: readonly ProfileField[] = [
  { fact: "given_name", selector: "#vorname" },
  { fact: "birth_date", selector: "#geboren" },
  { fact: "given_name", selector: ".rufname" },
];

test("[IN26] with the caret in no field the page is asked for the one that the profile names", async () => {
  const port = fakeInsertPort();
  const field = port.field;
  const asked: string[] = [];
  const { ask } = port;
  Object.assign(port, {
    ask: async (tab: number, where: FramePlace | "all-frames", request: FieldRequest) => {
      if (request.type !== "survey") return ask(tab, where, request);
      return [{ place: { frame: 0, document: "top" }, answer: survey([], "nothing") }];
    },
  });
  const give = (fact: InsertWish["fact"]) =>
    inserting(port).preview({
      text: "Rania",
      fact,
      fieldsAt: (address) => {
        asked.push(address);
        return FIELDS;
      },
    });
  expect(await give("given_name")).toMatchObject({ ok: true, value: { isFor: undefined, field } });
  expect(asked).toEqual([PORTAL_PAGE.address]);
  expect(port.heard.at(-1)).toMatchObject({
    type: "mark",
    uses: ["#vorname, .rufname", "#geboren"],
    wanted: 0,
  });
  for (const fact of ["family_name", undefined] as const) {
    expect(await give(fact)).toEqual(err({ type: "no-field" }));
  }
  expect(port.heard.filter(({ type }) => type === "mark")).toHaveLength(1);
});

test("[IN27] of a field that is for another fact it is told which; the page hears selectors only", async () => {
  const port = fakeInsertPort();
  const [field] = [port.field];
  const give = (use: number) => {
    port.field = field && { ...field, use };
    return inserting(port).preview({ text: "Rania", fact: "given_name", fieldsAt: () => FIELDS });
  };
  expect(await give(1)).toMatchObject({ ok: true, value: { isFor: "birth_date" } });
  for (const use of [0, -1, 7]) {
    expect(await give(use)).toMatchObject({ ok: true, value: { isFor: undefined } });
  }
  expect(JSON.stringify(port.heard)).not.toMatch(/given_name|birth_date|Rania/u);
});

test("[UI79] for how many fields each holds is asked of the page itself, and only a whole answer is believed", async () => {
  const port = fakeInsertPort();
  port.counts = [1, 0, 2];
  expect(await inserting(port).count(FIELDS)).toEqual([1, 0, 2]);
  expect(port.heard.at(-1)).toEqual({
    type: "count",
    uses: ["#vorname", "#geboren", ".rufname"],
  });
  port.counts = [1];
  expect(await inserting(port).count(FIELDS)).toBeUndefined();
  port.shown = undefined;
  expect(await inserting(port).count(FIELDS)).toBeUndefined();
});
