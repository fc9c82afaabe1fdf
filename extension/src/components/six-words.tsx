/** Read aloud to each other; numbered, so that nobody loses the place. */
export function SixWords(props: { readonly words: readonly string[]; readonly name: string }) {
  return (
    <ol className="six-words" aria-label={props.name}>
      {props.words.map((word, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a word may be there twice; none moves
        <li key={index}>{word}</li>
      ))}
    </ol>
  );
}
