/** A page in Firefox, in a tab or in the sidebar, by the words that stand on it. */
import { PATIENTLY } from "./patience";
import { expect } from "vitest";

export type FirefoxPage = {
  /** Presses the button, tab or menu item of this name, once it is there. */
  readonly press: (name: string | RegExp) => Promise<void>;
  /** Types into the field of this label. */
  readonly fill: (label: string, text: string) => Promise<void>;
  /** Clicks what a selector finds, also inside a closed shadow root: `host >>> selector`. */
  readonly click: (selector: string) => Promise<void>;
  /** All text, that of rows far down too, which are not drawn until they are needed. */
  readonly text: () => Promise<string>;
  readonly untilText: (text: string | RegExp) => Promise<void>;
  /** Runs the body of a function in the page, with the rights of the browser itself. */
  readonly run: (body: string, ...args: readonly unknown[]) => Promise<unknown>;
};

type InWindow = (script: string, ...args: readonly unknown[]) => Promise<unknown>;

/** `browser`: an expression that finds the page's element in the browser's own window. */
export function firefoxPage(inWindow: InWindow, browser: string): FirefoxPage {
  const ask = async (method: string, ...args: readonly unknown[]): Promise<unknown> => {
    const answer = await inWindow(
      `const page = ${browser};
       if (page?.browsingContext?.currentWindowGlobal == null) return null;
       const actor = page.browsingContext.currentWindowGlobal.getActor("MarionetteCommands");
       const capabilities = { toJSON: () => ({ "moz:webdriverClick": true }) };
       const given = JSON.parse(arguments[1]).map((one) => one === "capabilities" ? capabilities : one);
       return actor[arguments[0]](...given).then((value) => JSON.stringify(value ?? null));`,
      method,
      JSON.stringify(args),
    );
    return typeof answer === "string" ? JSON.parse(answer) : undefined;
  };
  const run = (body: string, ...args: readonly unknown[]): Promise<unknown> =>
    ask("executeScript", body, args, { sandboxName: "system", newSandbox: false });
  const found = async (body: string, ...args: readonly unknown[]): Promise<unknown> => {
    let element: unknown;
    await expect
      .poll(async () => (element = (await run(body, ...args)) ?? undefined), {
        ...PATIENTLY,
        message: `not found: ${args.join(", ")}`,
      })
      .toBeDefined();
    return element;
  };
  const clickOn = (element: unknown): Promise<unknown> =>
    ask("clickElement", element, "capabilities");
  const text = async (): Promise<string> =>
    String((await run("return document.body.textContent")) ?? "");
  return {
    run,
    text,
    async press(name) {
      const [source, flags] = name instanceof RegExp ? [name.source, name.flags] : [name, null];
      await clickOn(await found(NAMED, PRESSED, source, flags));
    },
    async fill(label, value) {
      const field = await found(NAMED, FILLED, label, null);
      await ask("clearElement", field);
      await ask("sendKeysToElement", field, value, "capabilities");
    },
    async click(selector) {
      await clickOn(await found(SELECTED, selector));
    },
    async untilText(wanted) {
      const is = (seen: string): boolean =>
        typeof wanted === "string" ? seen.includes(wanted) : wanted.test(seen);
      let seen = "";
      await expect.poll(async () => is((seen = await text())) || seen, PATIENTLY).toBe(true);
    },
  };
}

const PRESSED = "button, [role=button], [role=tab], [role=menuitem], [role=radio], a[href]";
const FILLED = "input:not([type=checkbox]):not([type=radio]), textarea, [role=textbox]";

/** What a screen reader calls it, as far as our panel needs it. */
const NAMED = `
  const [selector, wanted, flags] = arguments;
  const textOf = (node) => (node?.textContent ?? "").replace(/\\s+/g, " ").trim();
  const nameOf = (element) => {
    const label = element.getAttribute("aria-label");
    if (label !== null) return label;
    const others = element.getAttribute("aria-labelledby");
    if (others !== null) {
      return others.split(" ").map((id) => textOf(document.getElementById(id))).join(" ");
    }
    const [own] = element.labels ?? [];
    return textOf(own ?? element);
  };
  const is = flags === null ? (name) => name === wanted
    : ((form) => (name) => form.test(name))(new RegExp(wanted, flags));
  const scope = [...document.querySelectorAll("[role=dialog], [role=menu]")].at(-1) ?? document;
  return [...scope.querySelectorAll(selector)]
    .find((element) => element.checkVisibility() && !element.disabled && is(nameOf(element)));
`;

/** A closed shadow root is open to the browser itself. */
const SELECTED = `
  const [first, ...inner] = arguments[0].split(" >>> ");
  let found = document.querySelector(first);
  for (const next of inner) found = found?.openOrClosedShadowRoot?.querySelector(next);
  return found;
`;
