export type SavedStep = "writing" | "on-device" | "at-relay" | "seen";

/** How safe the work is, in one word, with a shape of its own for each step. */
export function SavedWord(props: { readonly step: SavedStep; readonly word: string }) {
  return (
    <span className={`saved saved-${props.step}`}>
      <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
        {props.step === "writing" && <path d="M4 12h.01M12 12h.01M20 12h.01" />}
        {props.step === "on-device" && <circle cx="12" cy="12" r="9" />}
        {props.step === "at-relay" && <circle cx="12" cy="12" r="10" fill="currentColor" />}
        {props.step === "seen" && <path d="M2 13l6 6L22 5" />}
      </svg>
      {props.word}
    </span>
  );
}
