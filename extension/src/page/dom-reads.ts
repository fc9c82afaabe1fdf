import { sortOf } from "./element-names";
import { COMMENT, INLINE, TEXT } from "./node-sorts";

/**
 * How a foreign page's tree is read. A form whose fields are named `childNodes` or `nodeType` hides
 * its own properties behind them, and a page may change its prototypes later: so the getters are
 * taken once, before, and nothing is ever read through an element's own properties. A text has no
 * names in it that could hide its own: those are read as they are.
 */
export type DomReads = {
  readonly type: (node: Node) => number;
  readonly firstIn: (node: Node) => Node | null;
  readonly nextTo: (node: Node) => Node | null;
  readonly lastBefore: (node: Node) => Node | null;
  readonly parent: (node: Node) => Node | null;
  readonly isOnPage: (node: Node) => boolean;
  readonly rootOf: (node: Node) => Node;
  /** In lower case; empty where it is no element. */
  readonly name: (node: Node) => string;
  /** Stands inside a line, as texts do. */
  readonly isInline: (node: Node) => boolean;
  /** What `element-names` says of it. */
  readonly sortOf: (node: Node) => number;
  /** Empty where it is not set. */
  readonly attribute: (element: Node, name: string) => string;
  readonly has: (element: Node, name: string) => boolean;
  /** The element itself or the nearest one around it; none for what is no selector. */
  readonly nearest: (element: Node, selector: string) => Node | null;
  readonly shadowOf: (element: Node) => Node | null;
  readonly host: (root: Node) => Node | null;
  /** None where the frame is of another origin. */
  readonly frameDocument: (frame: Node) => Document | null;
  /** The frame that shows the document in which this node stands; none in the top one. */
  readonly frameOf: (node: Node) => Node | null;
  /** Within its own frame; nothing where it is not shown. */
  readonly boxOf: (element: Node) => DOMRect | null;
  /** The widths of its border. */
  readonly borderOf: (element: Node) => { readonly left: number; readonly top: number };
  readonly activeIn: (root: Node) => Node | null;
  /** What a field shows now: a list's chosen option by its words. */
  readonly fieldText: (field: Node) => string;
  readonly labelsOf: (root: Node) => Iterable<Node>;
  readonly byId: (root: Node, id: string) => Node | null;
  /** Calls for this kind of event before the page's own listeners, until it is taken back. */
  readonly listen: (target: Node, event: string, call: (event: Event) => void) => () => void;
  readonly isPageHidden: (document: Node) => boolean;
  /** Undefined where the browser cannot tell. */
  readonly isDrawn: (element: Node) => boolean | undefined;
};

type View = Pick<
  typeof globalThis,
  | "EventTarget"
  | "Node"
  | "Element"
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
  const node = view.Node.prototype;
  const element = view.Element.prototype;
  const page = view.Document.prototype;
  const shadow = view.ShadowRoot.prototype;
  const part = view.DocumentFragment.prototype;
  const target = view.EventTarget.prototype;
  // A text is no element: the browser would throw, which takes longer than all else. Only elements
  // can have names that hide their own properties.
  const ofElement = <Value>(property: string, other: Value): Read<Value> => {
    const read = take(element, property, other);
    return (of, value) => (of.nodeType === TEXT ? other : read(of, value));
  };
  const ownName = ofElement("localName", "");
  // Frameworks leave comments by the thousand.
  const name = (of: Node): string => (of.nodeType === COMMENT ? "" : ownName(of));
  const visible = ofElement<boolean | undefined>("checkVisibility", undefined);
  const add = take<unknown>(target, "addEventListener", undefined);
  const remove = take<unknown>(target, "removeEventListener", undefined);
  const valueOf = take(view.HTMLInputElement.prototype, "value", "");
  const longValueOf = take(view.HTMLTextAreaElement.prototype, "value", "");
  const chosen = take<Iterable<Node>>(view.HTMLSelectElement.prototype, "selectedOptions", []);
  const optionText = take(view.HTMLOptionElement.prototype, "text", "");
  const rootOf = take<Node | null>(node, "getRootNode", null);
  const all = either<Iterable<Node>>("querySelectorAll", [], page, part);
  const documentOf = take<Node | null>(node, "ownerDocument", null);
  const windowOf = take<Window | null>(page, "defaultView", null);
  const borderLeft = take(element, "clientLeft", 0);
  const borderTop = take(element, "clientTop", 0);
  const type = take(node, "nodeType", 0);
  return {
    type,
    name,
    isInline: (of) => of.nodeType === TEXT || sortOf(name(of)) === INLINE,
    sortOf: (of) => sortOf(name(of)),
    firstIn: take<Node | null>(node, "firstChild", null),
    nextTo: take<Node | null>(node, "nextSibling", null),
    lastBefore: take<Node | null>(node, "previousSibling", null),
    parent: take<Node | null>(node, "parentNode", null),
    isOnPage: take(node, "isConnected", false),
    rootOf: (of) => rootOf(of) ?? of,
    attribute: ofElement("getAttribute", ""),
    has: ofElement("hasAttribute", false),
    nearest: ofElement<Node | null>("closest", null),
    shadowOf: ofElement<Node | null>("shadowRoot", null),
    host: take<Node | null>(shadow, "host", null),
    frameDocument: take<Document | null>(view.HTMLIFrameElement.prototype, "contentDocument", null),
    frameOf(of) {
      const inside = windowOf(documentOf(of) ?? of);
      // A window's own property, which no name in a page can hide.
      return inside?.frameElement ?? null;
    },
    boxOf: ofElement<DOMRect | null>("getBoundingClientRect", null),
    borderOf: (of) => ({ left: borderLeft(of), top: borderTop(of) }),
    activeIn: either<Node | null>("activeElement", null, page, shadow),
    fieldText(field) {
      if (name(field) === "textarea") return longValueOf(field);
      if (name(field) !== "select") return valueOf(field);
      const [option] = chosen(field);
      return option ? optionText(option) : "";
    },
    labelsOf: (root) => all(root, "label[for]"),
    byId: either<Node | null>("getElementById", null, page, part),
    listen(of, event, call) {
      const how = { capture: true, passive: true };
      add(of, event, call, how);
      return () => void remove(of, event, call, how);
    },
    isPageHidden: take(page, "hidden", false),
    isDrawn: (of) => visible(of, { visibilityProperty: true }),
  };
}

type Read<Value> = (of: Node, ...values: readonly unknown[]) => Value;

/** Reads a property or calls a method; gives `other` for what is not of its kind, instead of throwing. */
function take<Value>(owner: object, name: string, other: Value): Read<Value> {
  const descriptor: TypedPropertyDescriptor<unknown> | undefined = Object.getOwnPropertyDescriptor(
    owner,
    name,
  );
  const found = descriptor?.get ?? descriptor?.value;
  const call = isCallable(found) ? found : undefined;
  // Three, which is the most that any has: it is called for each node of a page.
  return (of, one, two, three) => {
    try {
      return call?.call(of, one, two, three) ?? other;
    } catch {
      return other;
    }
  };
}

type Call = (...values: readonly unknown[]) => never;

/** Documents and shadow roots have many things of one name, and each its own. */
function either<Value>(name: string, other: Value, one: object, two: object): Read<Value> {
  const first = take<Value | undefined>(one, name, undefined);
  const second = take(two, name, other);
  return (of, ...values) => first(of, ...values) ?? second(of, ...values);
}

function isCallable(value: unknown): value is Call {
  return typeof value === "function";
}
