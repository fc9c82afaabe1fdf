/** The pages beside a panel, as a test has them. */
import { variable } from "@beiakte/shared/base/live";
import type { PageBrief } from "../../extension/src/messages/page-brief";
import type { PageIdentifier } from "../../extension/src/messages/page-words";
import type { SessionArea } from "../../extension/src/workspace/case-index";
import { parsePolicy, type ReadPolicy } from "../../extension/src/workspace/policy";
import type { PagePort } from "../../extension/src/workspace/page-watch";

export function memoryArea(): SessionArea & { readonly rows: ReadonlyMap<string, unknown> } {
  const rows = new Map<string, unknown>();
  return {
    rows,
    get: (name) => Promise.resolve(structuredClone(rows.get(name))),
    set: (name, value) => Promise.resolve(void rows.set(name, structuredClone(value))),
    remove: (name) => Promise.resolve(void rows.delete(name)),
  };
}

export function testPage() {
  const session = memoryArea();
  const identifiers = variable<readonly PageIdentifier[]>([]);
  const wishes = variable(0);
  const told = { count: 0 };
  const rings = variable(0);
  const clips = { rings, ring: () => rings.set(rings.get() + 1) };
  const policy = variable<ReadPolicy>(parsePolicy(undefined));
  const onScreen = variable<string | undefined>(undefined);
  const local = memoryArea();
  const tried: (PageBrief | undefined)[] = [];
  const portals = {
    policy,
    area: local,
    onScreen,
    tryOut: (brief: PageBrief | undefined) => void tried.push(brief),
  };
  const tellPages = (): void => void (told.count += 1);
  const port: PagePort = { session, identifiers, wishes, tellPages, clips, portals };
  return { port, session, identifiers, wishes, told, clips, policy, onScreen, local, tried };
}

export function noPage(): PagePort {
  return testPage().port;
}
