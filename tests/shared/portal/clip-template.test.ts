import { clipParagraphs, SOURCED_CLIP } from "@beiakte/shared/portal/clip-template";
import { expect, test } from "vitest";

const PLACES = {
  portal: "Ausländerbehörde",
  title: "Vorgang 7",
  address: "portal.example/akte/7",
  time: "22.11.2026, 10:40",
};

test("[CL19] the lines around the text are paragraphs before and after it", () => {
  expect(clipParagraphs(SOURCED_CLIP, PLACES)).toEqual({
    before: [],
    after: ["Vorgang 7", "portal.example/akte/7 · 22.11.2026, 10:40"],
  });
  expect(clipParagraphs("Aus {portal}:\n{text}\n\nam {time}", PLACES)).toEqual({
    before: ["Aus Ausländerbehörde:"],
    after: ["am 22.11.2026, 10:40"],
  });
});

test("[CL19] a line that is empty when it is filled in is left out", () => {
  const { after } = clipParagraphs(SOURCED_CLIP, { ...PLACES, title: "" });
  expect(after).toEqual(["portal.example/akte/7 · 22.11.2026, 10:40"]);
});

test("[CL19] what a page is called is not filled in again, and unknown places stay as they are", () => {
  const title = "{time} {text} $&";
  expect(clipParagraphs("{text}\n{title}\n{name}", { ...PLACES, title }).after).toEqual([
    title,
    "{name}",
  ]);
});

test("[CL19] the text stands once, however often a template names it", () => {
  expect(clipParagraphs("{text} und {text}", PLACES)).toEqual({ before: [], after: ["und"] });
});
