/** Drawn beside its words, so it says nothing to a screen reader. */
export function ProgressBar(props: { readonly done: number; readonly total: number }) {
  const percent = props.total === 0 ? 0 : Math.round((props.done / props.total) * 100);
  return (
    <div className="bar" aria-hidden="true">
      <div style={{ width: `${percent}%` }} />
    </div>
  );
}
