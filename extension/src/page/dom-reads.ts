import { assert } from "@beiakte/shared/base/assert";

/**
 * How a foreign page's tree is read. A form whose fields are named `childNodes` or `nodeType` hides
 * its own properties behind them, and a page may change its prototypes later: so the getters are
 * taken once, before, and nothing is ever read through an element's own properties.
 */
export type DomReads = {
  readonly type: (node: Node) => number;
  readonly firstChild: (node: Node) => Node | null;
  readonly nextSibling: (node: Node) => Node | null;
  readonly previousSibling: (node: Node) => Node | null;
  readonly parent: (node: Node) => Node | null;
  readonly isConnected: (node: Node) => boolean;
  readonly rootOf: (node: Node) => Node;
  readonly text: (node: Node) => string;
  /** In lower case; empty where it is no element. */
  readonly name: (node: Node) => string;
  /** Empty where it is not set. */
  readonly attribute: (element: Node, name: string) => string;
  readonly has: (element: Node, name: string) => boolean;
  readonly shadowRoot: (element: Node) => Node | null;
  readonly host: (root: Node) => Node | null;
  /** None where the frame is of another origin. */
  readonly frameDocument: (frame: Node) => Document | null;
  readonly activeElement: (root: Node) => Node | null;
  /** What a field shows now: a list's chosen option by its words. */
  readonly fieldText: (field: Node) => string;
  readonly labelsOf: (root: Node) => ArrayLike<Node>;
  readonly byId: (root: Node, id: string) => Node | null;
  /** Calls for this kind of event before the page's own listeners, until it is taken back. */
  readonly listen: (target: Node, event: string, call: (event: Event) => void) => () => void;
  readonly isPageHidden: (document: Node) => boolean;
  /** Undefined where the browser cannot tell. */
  readonly isVisible: (element: Node) => boolean | undefined;
};

export const ELEMENT = 1;
export const TEXT = 3;
export const DOCUMENT = 9;

type View = Pick<
  typeof globalThis,
  | "EventTarget"
  | "Node"
  | "Element"
  | "CharacterData"
  | "Document"
  | "DocumentFragment"
  | "ShadowRoot"
  | "HTMLInputElement"
  | "HTMLTextAreaElement"
  | "HTMLSelectElement"
  | "HTMLOptionElement"
  | "HTMLIFrameElement"
>;

export function takeDomReads(view: View): DomReads {
  const { Node, Element, Document, DocumentFragment, ShadowRoot } = view;
  const type = getter<number>(Node.prototype, "nodeType", 0);
  const has = method<boolean>(Element.prototype, "hasAttribute", false);
  const attribute = method<string | null>(Element.prototype, "getAttribute", null);
  const visible = method<boolean | undefined>(Element.prototype, "checkVisibility", undefined);
  const add = method<unknown>(view.EventTarget.prototype, "addEventListener", undefined);
  const remove = method<unknown>(view.EventTarget.prototype, "removeEventListener", undefined);
  const valueOf = getter<string>(view.HTMLInputElement.prototype, "value", "");
  const longValueOf = getter<string>(view.HTMLTextAreaElement.prototype, "value", "");
  const chosen = getter<ArrayLike<Node>>(view.HTMLSelectElement.prototype, "selectedOptions", []);
  const optionText = getter<string>(view.HTMLOptionElement.prototype, "text", "");
  const activeIn = getter<Node | null>(Document.prototype, "activeElement", null);
  const activeInShadow = getter<Node | null>(ShadowRoot.prototype, "activeElement", null);
  const all = method<ArrayLike<Node>>(Document.prototype, "querySelectorAll", []);
  const allInPart = method<ArrayLike<Node>>(DocumentFragment.prototype, "querySelectorAll", []);
  const byId = method<Node | null>(Document.prototype, "getElementById", null);
  const byIdInPart = method<Node | null>(DocumentFragment.prototype, "getElementById", null);
  const name = getter<string>(Element.prototype, "localName", "");
  const isDocument = (root: Node): boolean => type(root) === DOCUMENT;
  return {
    type,
    name,
    firstChild: getter<Node | null>(Node.prototype, "firstChild", null),
    nextSibling: getter<Node | null>(Node.prototype, "nextSibling", null),
    previousSibling: getter<Node | null>(Node.prototype, "previousSibling", null),
    parent: getter<Node | null>(Node.prototype, "parentNode", null),
    isConnected: getter<boolean>(Node.prototype, "isConnected", false),
    rootOf: (node) => method<Node>(Node.prototype, "getRootNode", node)(node),
    text: getter<string>(view.CharacterData.prototype, "data", ""),
    attribute: (element, attributeName) => attribute(element, attributeName) ?? "",
    has,
    shadowRoot: getter<Node | null>(Element.prototype, "shadowRoot", null),
    host: getter<Node | null>(ShadowRoot.prototype, "host", null),
    frameDocument: getter<Document | null>(
      view.HTMLIFrameElement.prototype,
      "contentDocument",
      null,
    ),
    activeElement: (root) => (isDocument(root) ? activeIn : activeInShadow)(root),
    fieldText(field) {
      if (name(field) === "textarea") return longValueOf(field);
      if (name(field) !== "select") return valueOf(field);
      const [option] = Array.from(chosen(field));
      return option === undefined ? "" : optionText(option);
    },
    labelsOf: (root) => (isDocument(root) ? all : allInPart)(root, "label[for]"),
    byId: (root, id) => (isDocument(root) ? byId : byIdInPart)(root, id),
    listen(target, event, call) {
      const how = { capture: true, passive: true };
      add(target, event, call, how);
      return () => void remove(target, event, call, how);
    },
    isPageHidden: getter<boolean>(Document.prototype, "hidden", false),
    isVisible: (element) => visible(element, { visibilityProperty: true }),
  };
}

const apply = Reflect.apply;

/** A reader that gives `other` for what is not of its kind, instead of throwing. */
function getter<Value>(owner: object, name: string, other: Value): (of: Node) => Value {
  const descriptor: TypedPropertyDescriptor<Value> | undefined = Object.getOwnPropertyDescriptor(
    owner,
    name,
  );
  const get = descriptor?.get;
  assert(get !== undefined, `a browser has ${name}`);
  return (of) => safely(get, of, [], other);
}

function method<Value>(
  owner: object,
  name: string,
  other: Value,
): (of: Node, ...values: readonly unknown[]) => Value {
  const call: unknown = Object.getOwnPropertyDescriptor(owner, name)?.value;
  return (of, ...values) => (isCallable(call) ? safely(call, of, values, other) : other);
}

type Callable = (...values: readonly unknown[]) => never;

function isCallable(value: unknown): value is Callable {
  return typeof value === "function";
}

function safely<Value>(
  call: (...values: readonly never[]) => Value,
  of: Node,
  values: readonly unknown[],
  other: Value,
): Value {
  try {
    return apply(call, of, [...values]) ?? other;
  } catch {
    return other;
  }
}
