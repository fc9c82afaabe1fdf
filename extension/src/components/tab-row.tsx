import type { KeyboardEvent, ReactNode } from "react";

/*
 * Our own, after the WAI-ARIA pattern: React Aria's tabs draw all that stands between tabs and
 * panels a second time to find the tabs in it, here a whole screen with its dialogues.
 */

/** One stop for the tab key; the arrow keys go from tab to tab and choose at once. */
export function TabRow<TabId extends string>(props: {
  readonly name: string;
  /** Joins tabs and panel; unique on the page. */
  readonly prefix: string;
  readonly tabs: readonly { readonly id: TabId; readonly label: string }[];
  readonly value: TabId;
  readonly onChange: (id: TabId) => void;
}) {
  const { tabs, value, prefix } = props;
  const goTo = (index: number) => {
    const next = tabs.at(index % tabs.length);
    if (next === undefined) return;
    props.onChange(next.id);
    document.getElementById(`${prefix}-tab-${next.id}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = tabs.findIndex((tab) => tab.id === value);
    if (event.key === "ArrowRight") goTo(place + 1);
    else if (event.key === "ArrowLeft") goTo(place - 1);
    else if (event.key === "Home") goTo(0);
    else if (event.key === "End") goTo(-1);
    else return;
    event.preventDefault();
  };
  return (
    <div className="tabs" role="tablist" aria-label={props.name}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          id={`${prefix}-tab-${tab.id}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={tab.id === value}
          aria-controls={tab.id === value ? `${prefix}-panel` : undefined}
          tabIndex={tab.id === value ? 0 : -1}
          onKeyDown={onKeyDown}
          onClick={() => {
            props.onChange(tab.id);
          }}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

/** The panel of the chosen tab. Each has something to press in it, so it is no stop itself. */
export function TabPane(props: {
  readonly prefix: string;
  readonly value: string;
  readonly children: ReactNode;
}) {
  return (
    <div
      className="tab-panel"
      role="tabpanel"
      id={`${props.prefix}-panel`}
      aria-labelledby={`${props.prefix}-tab-${props.value}`}
    >
      {props.children}
    </div>
  );
}
