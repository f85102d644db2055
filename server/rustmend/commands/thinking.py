"""The model that a command was asked to use."""

from rustmend.config import Settings
from rustmend.errors import UsageError
from rustmend.model.client import ModelClient
from rustmend.wiring import model_client


def required_client(settings: Settings) -> ModelClient:
    """Return the client of the configured model. Raises ``UsageError`` where there is none."""
    client = model_client(settings)
    if client is not None:
        return client
    if not settings.model.enabled:
        raise UsageError("the model is switched off: model.enabled is false in the settings")
    raise UsageError(
        "no model is configured: set model.baseUrl and model.name, such as "
        "RUSTMEND_MODEL_BASE_URL=http://127.0.0.1:8080/v1; docs/model.md has more"
    )
