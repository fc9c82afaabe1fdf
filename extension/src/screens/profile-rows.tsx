import { identifierKind } from "@beiakte/shared/catalogue/identifiers";
import { KIND_USE, type PortalKind } from "@beiakte/shared/portal/portal-kind";
import { PROFILE_KINDS } from "@beiakte/shared/portal/profile";
import { Button, IconButton } from "../components/button";
import { type SelectChoice, SelectInput } from "../components/select-input";
import { TextInput } from "../components/text-input";
import type { Text } from "../text/text";
import { type DraftRow, withRow } from "./profile-draft";

export function kindWords(kind: PortalKind, text: Text): string {
  return identifierKind(kind)?.label[text.language] ?? kind;
}

/** The kinds that a profile may name, with their words. */
export function kindChoices(text: Text): readonly SelectChoice<PortalKind>[] {
  return PROFILE_KINDS.filter((kind) => KIND_USE[kind] !== "never").map((id) => ({
    id,
    label: kindWords(id, text),
  }));
}

/** Labels, places or fields: what something is, and by what one knows it. */
export function ProfileRows<Kind extends string>(props: {
  readonly title: string;
  readonly what: string;
  readonly kind: string;
  readonly kinds: readonly SelectChoice<Kind>[];
  /** Of the first row; the next ones begin with that before. */
  readonly first: Kind;
  readonly field: string;
  readonly add: string;
  readonly removeName: (written: string) => string;
  readonly rows: readonly DraftRow<Kind>[];
  readonly faulty: number | undefined;
  readonly error: string;
  readonly onChange: (rows: readonly DraftRow<Kind>[]) => void;
}) {
  const { kinds, rows } = props;
  const change = (next: DraftRow<Kind>) => {
    props.onChange(rows.map((row) => (row.number === next.number ? next : row)));
  };
  return (
    <div className="form-group" role="group" aria-label={props.title}>
      <p className="group-head">{props.title}</p>
      <p className="quiet small">{props.what}</p>
      {rows.map((row) => (
        <div key={row.number} className="identifier-fields">
          <SelectInput
            label={props.kind}
            value={row.kind}
            choices={kinds}
            onChange={(kind) => {
              change({ ...row, kind });
            }}
          />
          <TextInput
            label={props.field}
            value={row.written}
            onChange={(written) => {
              change({ ...row, written });
            }}
            error={row.number === props.faulty ? props.error : undefined}
          />
          <IconButton
            icon="close"
            name={props.removeName(row.written)}
            onPress={() => {
              props.onChange(rows.filter((each) => each.number !== row.number));
            }}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          onPress={() => {
            props.onChange(withRow(rows, rows.at(-1)?.kind ?? props.first));
          }}
        >
          {props.add}
        </Button>
      </div>
    </div>
  );
}
