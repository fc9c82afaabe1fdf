/** The words for one thing on screen. German is the first language, English the second. */
export type Label = { readonly de: string; readonly en: string };

/** One thing that a person can choose, by an id that stands in documents. */
export type Choice<ChoiceId extends string = string> = {
  readonly id: ChoiceId;
  readonly label: Label;
};
