/** Edits as text, before any document is touched. */

export interface OffsetEdit {
  /** UTF-16 units from the start of the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Return `text` after `edits`, which do not overlap and all refer to the text as it is given. */
export function edited(text: string, edits: readonly OffsetEdit[]): string {
  const parts: string[] = [];
  let reached = 0;
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    parts.push(text.slice(reached, edit.start), edit.text);
    reached = edit.end;
  }
  return parts.join("") + text.slice(reached);
}
