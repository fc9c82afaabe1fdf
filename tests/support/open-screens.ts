/** What stands on the screens when a test fails, for whoever was not there to look. */

export type Screen = {
  readonly address: string;
  readonly text: () => Promise<string>;
};

const SHOWN_LENGTH = 800;
const PATIENCE_MS = 5000;

const browsers = new Set<() => readonly Screen[]>();

/** Until the browser has gone, which ends it by calling what this gives back. */
export function watchScreens(screens: () => readonly Screen[]): () => void {
  browsers.add(screens);
  return () => void browsers.delete(screens);
}

/** A line for each: its address, and the beginning of its text. */
export async function screensOnShow(): Promise<readonly string[]> {
  const open = [...browsers].flatMap((screens) => screens());
  return Promise.all(
    open.map(async ({ address, text }) => {
      const shown = await Promise.race([text().catch(() => "(no answer)"), patience()]);
      return `${address} ${shown.replaceAll(/\s+/gu, " ").trim().slice(0, SHOWN_LENGTH)}`;
    }),
  );
}

function patience(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => resolve("(no answer in time)"), PATIENCE_MS).unref();
  });
}
