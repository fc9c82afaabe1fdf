import { expect, test } from "vitest";
import { ToolbarWords } from "../../../extension/src/background/toolbar-words";
import { testClock } from "../../support/clock";

function toolbar() {
  const clock = testClock();
  const titles = new Map<number, string>();
  const badges = new Map<number, string>();
  /** What a page answers whenever it is asked. */
  const pages = new Map<number, string>();
  const words: ToolbarWords = new ToolbarWords(
    {
      clock,
      setTitle: (tab, title) => Promise.resolve(void titles.set(tab, title)),
      setBadge: (tab, text) =>
        Promise.resolve(text === undefined ? void badges.delete(tab) : void badges.set(tab, text)),
      askAgain(tab) {
        const says = pages.get(tab);
        if (says !== undefined) void words.stand(tab, says);
      },
    },
    "Beiakte öffnen",
  );
  return { words, clock, titles, badges, pages };
}

test("[CL18] what was said of a clip is not wiped away by the page's next answer", async () => {
  const { words, clock, titles, badges, pages } = toolbar();
  pages.set(1, "bekannt");
  await words.stand(1, "unbekannt");
  await words.say(1, "Übernommen.", "✓");
  await words.stand(1, "bekannt");
  expect([titles.get(1), badges.get(1)]).toEqual(["Übernommen.", "✓"]);
  clock.advance(5_000);
  expect([titles.get(1), badges.get(1)]).toEqual(["bekannt", undefined]);
});

test("[CL18] of two things said one after another the later one stays its time", async () => {
  const { words, clock, titles } = toolbar();
  await words.say(1, "Nichts markiert.", "!");
  clock.advance(4_000);
  await words.say(1, "Übernommen.", "✓");
  clock.advance(4_000);
  expect(titles.get(1)).toBe("Übernommen.");
  clock.advance(1_000);
  expect(titles.get(1)).toBe("Beiakte öffnen");
});

test("[CL18] another tab hears nothing of it", async () => {
  const { words, titles, badges } = toolbar();
  await words.say(1, "Übernommen.", "✓");
  await words.stand(2, "bekannt");
  expect([titles.get(2), badges.get(2)]).toEqual(["bekannt", undefined]);
});
