"""What the client at the other end can do, as it said in ``initialize``."""

from dataclasses import dataclass
from typing import Any

from lsprotocol import types


@dataclass(frozen=True, slots=True)
class Client:
    """The capabilities that matter here; a client that said nothing has none of them."""

    document_changes: bool = False
    creates_files: bool = False
    change_annotations: bool = False
    apply_edit: bool = False
    progress: bool = False
    configuration: bool = False
    watches_files: bool = False
    configuration_events: bool = False
    show_document: bool = False
    markdown: bool = False
    folds: bool = False
    related_information: bool = False
    code_description: bool = False
    diagnostic_data: bool = False
    tags: frozenset[types.DiagnosticTag] = frozenset()
    preferred: bool = False

    @classmethod
    def of(cls, capabilities: types.ClientCapabilities) -> "Client":
        """Read the capabilities; what is absent is not supported."""
        workspace, window = capabilities.workspace, capabilities.window
        document = capabilities.text_document
        edit = _get(workspace, "workspace_edit")
        diagnostics = _get(document, "publish_diagnostics")
        tags = _get(diagnostics, "tag_support", "value_set") or ()
        hover = _get(document, "hover", "content_format") or ()
        resources = _get(edit, "resource_operations") or ()
        allowed = _get(capabilities.general, "markdown", "allowed_tags") or ()
        return cls(
            document_changes=bool(_get(edit, "document_changes")),
            creates_files=types.ResourceOperationKind.Create in resources,
            change_annotations=_get(edit, "change_annotation_support") is not None,
            apply_edit=bool(_get(workspace, "apply_edit")),
            progress=bool(_get(window, "work_done_progress")),
            configuration=bool(_get(workspace, "configuration")),
            watches_files=bool(_get(workspace, "did_change_watched_files", "dynamic_registration")),
            configuration_events=bool(
                _get(workspace, "did_change_configuration", "dynamic_registration")
            ),
            show_document=bool(_get(window, "show_document", "support")),
            markdown=types.MarkupKind.Markdown in hover,
            folds="details" in allowed and "summary" in allowed,
            related_information=bool(_get(diagnostics, "related_information")),
            code_description=bool(_get(diagnostics, "code_description_support")),
            diagnostic_data=bool(_get(diagnostics, "data_support")),
            tags=frozenset(tags),
            preferred=bool(_get(document, "code_action", "is_preferred_support")),
        )


def _get(value: Any, *names: str) -> Any:
    for name in names:
        value = getattr(value, name, None)
    return value
