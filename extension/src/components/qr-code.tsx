/** Black on white in every theme: cameras need it, and forced colours must not touch it. */
export function QrCode(props: {
  readonly rows: readonly (readonly boolean[])[];
  readonly name: string;
}) {
  const size = props.rows.length;
  const path = props.rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      className="qr"
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      role="img"
      aria-label={props.name}
      shapeRendering="crispEdges"
    >
      <rect x={-4} y={-4} width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
