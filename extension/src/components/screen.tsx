import { type ReactNode, useLayoutEffect, useRef } from "react";

/**
 * One screen: head, body, and at most two actions. On coming up it takes the focus to its title, so
 * that a screen reader says where one is and the next tab is the first thing on it.
 */
export function Screen(props: {
  readonly title: string;
  /** Changes when another screen stands here. */
  readonly focusKey?: string | undefined;
  readonly before?: ReactNode;
  readonly beside?: ReactNode;
  readonly after?: ReactNode;
  readonly facts?: ReactNode;
  readonly acts?: ReactNode;
  readonly above?: ReactNode;
  readonly isMeasured?: boolean;
  /** Nothing in it takes the focus: then it takes it itself, to be scrolled by keyboard. */
  readonly isReadOnly?: boolean;
  readonly children: ReactNode;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  // Before anybody can press a key: later it would take the focus from where they have gone.
  useLayoutEffect(() => {
    if (props.focusKey === undefined) return;
    // A field that asked for the focus keeps it: there is nothing to do before typing.
    const screen = title.current?.closest(".screen");
    const field = document.activeElement?.matches("input, textarea") === true;
    if (field && screen?.contains(document.activeElement) === true) return;
    title.current?.focus();
  }, [props.focusKey]);
  return (
    <div className={props.isMeasured === true ? "screen screen-measured" : "screen"}>
      <div className="screen-head">
        <div className="screen-top">
          {props.before}
          <div className="screen-title">
            <h1 ref={title} tabIndex={-1}>
              {props.title}
            </h1>
            {props.beside !== undefined && <span className="screen-beside">{props.beside}</span>}
          </div>
          {props.after}
        </div>
        {props.facts}
      </div>
      <div className="screen-body" {...(props.isReadOnly === true ? { tabIndex: 0 } : {})}>
        {props.children}
      </div>
      {props.above}
      {props.acts !== undefined && props.acts !== false && (
        <div className="screen-acts">{props.acts}</div>
      )}
    </div>
  );
}
