/** Firefox's sidebar, of which the types that we use know nothing. */
export type SidebarAction = {
  /** From a handler of the toolbar's button only. */
  readonly toggle: () => Promise<void>;
  readonly isOpen: (where: { readonly windowId: number }) => Promise<boolean>;
};

/** Firefox answers it by itself; the manifest names its key, and a person may change it. */
export const SIDEBAR_KEY_COMMAND = "_execute_sidebar_action";

/** Nothing in browsers that have a side panel instead. */
export function sidebarAction(): SidebarAction | undefined {
  const found: unknown = Reflect.get(chrome, "sidebarAction");
  return isSidebarAction(found) ? found : undefined;
}

function isSidebarAction(found: unknown): found is SidebarAction {
  return typeof found === "object" && found !== null && "toggle" in found && "isOpen" in found;
}
