import type { ReactNode } from "react";

/** Something that a person must know or do. `bad` and `warn` always come with words. */
export function Notice(props: {
  readonly tone: "plain" | "info" | "warn" | "bad";
  /** Spoken when it appears: `alert` for the answer to what was just pressed. */
  readonly role?: "status" | "alert";
  readonly children: ReactNode;
}) {
  return (
    <div
      className={props.tone === "plain" ? "notice" : `notice notice-${props.tone}`}
      {...(props.role === undefined ? {} : { role: props.role })}
    >
      {props.children}
    </div>
  );
}

/** What went wrong with what was just pressed. */
export function Alert(props: { readonly words: string }) {
  return (
    <Notice tone="bad" role="alert">
      <p>{props.words}</p>
    </Notice>
  );
}
