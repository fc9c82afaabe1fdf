/** The real rules of portals over a directory in memory, with the administration's word by hand. */
import { variable, type Variable } from "@beiakte/shared/base/live";
import { createDirectory } from "@beiakte/shared/model/directory";
import type { PageBrief } from "../../extension/src/messages/page-brief";
import * as Y from "yjs";
import type { Settings } from "../../extension/src/workspace/browser-settings";
import { PortalsWatch } from "../../extension/src/workspace/open-portals";
import { type OwnSettings, parseOwnSettings } from "../../extension/src/workspace/own-settings";
import { parsePolicy, type ReadPolicy } from "../../extension/src/workspace/policy";
import type { OpenPortals } from "../../extension/src/workspace/workspace";
import { memoryArea } from "./page-port";

export type FakePortals = {
  readonly open: OpenPortals;
  readonly settings: Settings & { readonly own: Variable<OwnSettings> };
  /** As the browser's managed storage would hold it. */
  readonly setPolicy: (data: unknown) => void;
  readonly onScreen: Variable<string | undefined>;
  /** What the page on screen was told to be read as. */
  readonly tried: (PageBrief | undefined)[];
};

export function fakePortals(): FakePortals {
  const doc = new Y.Doc();
  createDirectory(doc, { organisation: "Stadt", team: "Team", accommodations: [] });
  const version = variable(0);
  doc.on("update", () => version.set(version.get() + 1));
  const policy = variable<ReadPolicy>(parsePolicy(undefined));
  const onScreen = variable<string | undefined>(undefined);
  const tried: (PageBrief | undefined)[] = [];
  const own = variable<OwnSettings>(parseOwnSettings(undefined));
  const watch = new PortalsWatch(
    { doc, version },
    { policy, area: memoryArea(), onScreen, tryOut: (profile) => void tried.push(profile) },
  );
  return {
    open: watch.open,
    settings: { policy, own, choose: own.set },
    setPolicy: (data) => policy.set(parsePolicy(data)),
    onScreen,
    tried,
  };
}
