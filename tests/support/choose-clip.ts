/** A menu of the browser cannot be clicked by a test, nor its shortcut pressed; what follows can. */
import type { Worker } from "playwright-core";
import type { Profile } from "./panel";

export async function chooseClip(
  anna: Profile,
  origin: string,
  way: "menu" | "shortcut" = "menu",
): Promise<void> {
  const running = await workerOf(anna);
  await running.evaluate(
    async ({ id, by }) => {
      const fire = (event: object, ...args: readonly unknown[]): void => {
        const dispatch: unknown = Reflect.get(event, "dispatch");
        if (typeof dispatch === "function") dispatch.call(event, ...args);
      };
      const shown = await chrome.tabs.get(id);
      const info = { menuItemId: "clip", frameId: 0, editable: false, pageUrl: "" };
      if (by === "menu") fire(chrome.contextMenus.onClicked, info, shown);
      else fire(chrome.commands.onCommand, "clip", shown);
    },
    { id: await tabAt(anna, origin), by: way },
  );
}

/** Who may not see an address knows a tab only by what it is not. */
export async function tabAt(anna: Profile, origin: string): Promise<number> {
  const running = await workerOf(anna);
  return running.evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({});
    const at = tabs.find(({ url }) => url?.startsWith(`${wanted}/`) === true);
    const last = tabs.findLast(({ url }) => url === undefined);
    return (at ?? last)?.id ?? 0;
  }, origin);
}

export async function workerOf(anna: Profile): Promise<Worker> {
  return anna.context.serviceWorkers()[0] ?? anna.context.waitForEvent("serviceworker");
}
