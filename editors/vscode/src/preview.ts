/** Edits that the editor shows and does not make before the user agrees. */

import type {
  AnnotatedTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageclient";

const ANNOTATION = "rustmend.preview";

/** Return the same edit with every change to be confirmed, under the heading `label`. */
export function toBeConfirmed(edit: WorkspaceEdit, label: string): WorkspaceEdit {
  const changes: TextDocumentEdit[] = Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({
    textDocument: { uri, version: null },
    edits,
  }));
  return {
    documentChanges: (edit.documentChanges ?? changes).map((change) =>
      "kind" in change
        ? { ...change, annotationId: ANNOTATION }
        : { ...change, edits: change.edits.map(annotated) },
    ),
    changeAnnotations: { [ANNOTATION]: { label, needsConfirmation: true } },
  };
}

function annotated(edit: TextEdit | AnnotatedTextEdit): AnnotatedTextEdit {
  return { ...edit, annotationId: ANNOTATION };
}
