/** What a person decides in the browser's own windows, which a test cannot press. */
import type { Page } from "playwright-core";
import type { Profile } from "./panel";

type Developer = {
  readonly updateExtensionConfiguration: (change: {
    readonly extensionId: string;
    readonly hostAccess: "ON_SPECIFIC_SITES";
  }) => Promise<void>;
  readonly addHostPermission: (extension: string, pattern: string) => Promise<void>;
};

/** From now on the extension's request for this origin is answered with yes, without a prompt. */
export async function sayYesTo({ context, extension }: Profile, origin: string): Promise<void> {
  const page = await context.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(
    async ({ id, pattern }) => {
      const developer = (chrome as unknown as { developerPrivate: Developer }).developerPrivate;
      await developer.updateExtensionConfiguration({
        extensionId: id,
        hostAccess: "ON_SPECIFIC_SITES",
      });
      await developer.addHostPermission(id, pattern);
    },
    { id: extension, pattern: `${origin}/*` },
  );
  await page.close();
}

/** Where a mark stands on the page: it lies in a closed shadow root, which no script opens. */
export async function marksOf(
  page: Page,
): Promise<readonly { readonly name: string; readonly x: number; readonly y: number }[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  const { nodes } = await session.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
  const marks: { name: string; x: number; y: number }[] = [];
  for (const node of nodes) {
    const attributes = new Map(
      Array.from({ length: (node.attributes?.length ?? 0) / 2 }, (_, i) => [
        node.attributes?.[2 * i] ?? "",
        node.attributes?.[2 * i + 1] ?? "",
      ]),
    );
    if (node.nodeName !== "BUTTON" || !attributes.has("data-match")) continue;
    const { model } = await session.send("DOM.getBoxModel", { nodeId: node.nodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    marks.push({
      name: attributes.get("data-match") ?? "",
      x: (left + right) / 2,
      y: (top + bottom) / 2,
    });
  }
  await session.detach();
  return marks;
}
