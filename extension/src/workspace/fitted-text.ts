import { err, ok, type Result } from "@beiakte/shared/base/result";
import type { FieldView } from "../messages/field-words";

export type FitFault =
  | { readonly type: "no-room"; readonly room: number; readonly length: number }
  | { readonly type: "does-not-fit" };

/** A text as this field can hold it. It is never cut: half an address is a wrong address. */
export function fittedText(text: string, field: FieldView): Result<string, FitFault> {
  const fitted = inForm(text.replaceAll(/\r\n?/gu, "\n").trim(), field);
  if (fitted === undefined || fitted === "") return err({ type: "does-not-fit" });
  const { room } = field;
  if (room !== undefined && fitted.length > room) {
    return err({ type: "no-room", room, length: fitted.length });
  }
  return ok(fitted);
}

function inForm(text: string, field: FieldView): string | undefined {
  switch (field.kind) {
    case "lines":
    case "rich":
      return text;
    case "line":
    case "choice":
      return text.replaceAll(/\s*\n\s*/gu, " ");
    case "number":
      return /^-?\d+(?:[.,]\d+)?$/u.test(text) ? text.replace(",", ".") : undefined;
    case "date":
      return isoDay(text);
  }
}

/** 01.04.1988, 01/04/1988 or 1988-04-01: what a browser's own field for days takes. */
function isoDay(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return text;
  const parts = /^(\d{2})[./](\d{2})[./](\d{4})$/u.exec(text);
  return parts === null ? undefined : `${parts[3]}-${parts[2]}-${parts[1]}`;
}
