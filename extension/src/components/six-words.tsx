/** Read aloud to each other; numbered, so that nobody loses the place. */
export function SixWords(props: { readonly words: readonly string[]; readonly name: string }) {
  return (
    <ol className="six-words" aria-label={props.name}>
      {props.words.map((word, index) => (
        <li key={index}>{word}</li>
      ))}
    </ol>
  );
}
