const PATHS = {
  back: "M14 6l-6 6 6 6",
  bold: "M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z",
  cases: "M4 6h16M4 12h16M4 18h10",
  check: "M5 12.5l4.5 4.5L19 7.5",
  chevron: "M6 9.5l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
  expand: "M9 4H4v5M15 20h5v-5M4 4l6 6M20 20l-6-6",
  fold: "M6 14.5l6-6 6 6",
  heading: "M6 5v14M18 5v14M6 12h12",
  inbox: "M4 13l3-8h10l3 8v6H4zM4 13h4.5l1 2.5h5l1-2.5H20",
  insert: "M4 12h10M10 8l4 4-4 4M14 5h4a1.5 1.5 0 0 1 1.5 1.5v11a1.5 1.5 0 0 1-1.5 1.5h-4",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  lock: "M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  pin: "M9 4h6l-1 6 3 3v2H7v-2l3-3zM12 15v5",
  redo: "M15 6l4 4-4 4M19 10H9a4 4 0 0 0 0 8h3",
  search: "M11 5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM20 20l-4.5-4.5",
  settings: "M4 7h9M19 7h1M16 4.5v5M4 17h1M11 17h9M8 14.5v5",
  team: "M9 5.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4M3.5 19c.6-3.2 2.8-5 5.5-5s4.9 1.8 5.5 5M15.5 6.2a3 3 0 0 1 0 5.6M17 14.3c2 .6 3.2 2.3 3.6 4.7",
  undo: "M9 6l-4 4 4 4M5 10h10a4 4 0 0 1 0 8h-3",
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: whoever uses it gives the words. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className={name === "more" ? "icon icon-more" : "icon"}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
