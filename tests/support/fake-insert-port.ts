/** A portal's page with one field, as the browser would let the panel at it. */
import type {
  FieldAnswer,
  FieldRequest,
  FieldView,
} from "../../extension/src/messages/field-words";
import type { InsertPort, PageOnScreen } from "../../extension/src/workspace/insert";

export type FakeInsertPort = InsertPort & {
  shown: PageOnScreen | undefined;
  field: FieldView | undefined;
  refuses: Extract<FieldAnswer, { type: "refused" }>["reason"] | undefined;
  isExact: boolean;
  /** What each of the uses that are asked for fits. */
  counts: readonly number[];
  readonly heard: FieldRequest[];
};

export const PORTAL_PAGE: PageOnScreen = {
  tab: 7,
  address: "https://portal.example/akte/1",
  origin: "https://portal.example",
};

export function fakeInsertPort(): FakeInsertPort {
  const port: FakeInsertPort = {
    shown: PORTAL_PAGE,
    field: { kind: "line", name: "Betreff", room: 60, content: "empty", use: -1 },
    refuses: undefined,
    isExact: true,
    counts: [],
    heard: [],
    page: async () => port.shown,
    async ask(_tab, _where, request) {
      port.heard.push(request);
      return [{ place: { frame: 0, document: "first" }, answer: answerTo(request, port) }];
    },
  };
  return port;
}

function answerTo(request: FieldRequest, port: FakeInsertPort): FieldAnswer {
  const { counts, field, isExact, refuses } = port;
  if (request.type === "survey") {
    const active = field === undefined ? "nothing" : "field";
    return { type: "surveyed", path: [], active, frame: -1 };
  }
  if (request.type === "leave") return { type: "left" };
  if (request.type === "count") return { type: "counted", counts };
  if (refuses !== undefined) return { type: "refused", reason: refuses };
  if (request.type === "undo") return { type: "undone" };
  if (request.type === "insert") return { type: "inserted", isExact };
  return field === undefined
    ? { type: "refused", reason: "no-field" }
    : { type: "marked", field, origin: PORTAL_PAGE.origin };
}
