/** A system's clipboard, and a browser in which the person has the panel before them. */
import { variable, type Variable } from "@beiakte/shared/base/live";
import type { ClipboardPort } from "../../extension/src/workspace/clipboard";

export type FakeClipboardPort = ClipboardPort & {
  readonly mayRead: Variable<boolean>;
  content: string;
  isFocused: boolean;
  isWritable: boolean;
  /** The person says no. */
  declines: boolean;
  /** The texts that the background looks after. */
  readonly duties: Set<string>;
  /** What the background has to wait for before it looks after anything. */
  untilKept: Promise<void>;
  /** Leaves the panel, or copies by hand. */
  readonly goAway: () => void;
};

export function fakeClipboardPort(): FakeClipboardPort {
  const others = new Set<() => void>();
  const mayRead = variable(false);
  const port: FakeClipboardPort = {
    mayRead,
    content: "",
    isFocused: true,
    isWritable: true,
    declines: false,
    duties: new Set(),
    untilKept: Promise.resolve(),
    async leaveDuty(text) {
      await port.untilKept;
      port.duties.clear();
      port.duties.add(text);
      return () => void port.duties.delete(text);
    },
    async write(text) {
      if (port.isWritable) port.content = text;
      return port.isWritable;
    },
    read: async () => (mayRead.get() ? port.content : undefined),
    hasFocus: () => port.isFocused,
    onOthers(call) {
      others.add(call);
      return () => others.delete(call);
    },
    async allowReading() {
      if (!port.declines) mayRead.set(true);
      return !port.declines;
    },
    forbidReading: async () => mayRead.set(false),
    goAway() {
      for (const call of [...others]) call();
    },
  };
  return port;
}
