"""A dense model as a second opinion: any of fastembed's by name, or a folder with an ONNX model.

Nothing is fetched unless ``download`` says so; without it the Hugging Face library is kept
offline, for it waits the better part of a minute for a network that is not there. Importing
and loading take a second and some hundred megabytes, so they belong in a worker thread.
"""

import hashlib
import importlib.util
import json
import os
import threading
from pathlib import Path
from typing import Any

from rustmend.domain.signature import Said
from rustmend.errors import RustmendError

INSTALL = "pip install 'rustmend[dense]'"
FILES = ("model.onnx", "onnx/model.onnx", "model_optimized.onnx", "model_quantized.onnx")


class EmbeddingError(RustmendError):
    """The dense model is not installed, not there, or cannot be read."""


class DenseModel:
    """A loaded model. ``name`` tells its vectors from those of others, ``size`` is their length."""

    def __init__(self, name: str, model: Any) -> None:
        self.name = name
        self._model = model
        self._lock = threading.Lock()
        self.size = len(self.embed("size"))

    def embed(self, text: str) -> list[float]:
        """Return the vector of one text: a quantised model's depend on what is embedded along."""
        with self._lock:
            (vector,) = self._model.embed([text], batch_size=1)
        return [float(value) for value in vector]


def open_model(
    name: str | None, folder: Path | None, cache: Path, *, download: bool = False
) -> DenseModel:
    """Load a model by name, from a folder, or by name with its files in a folder.

    What is downloaded lies in ``cache``. Raises ``EmbeddingError``.
    """
    if importlib.util.find_spec("fastembed") is None:
        raise EmbeddingError(f"a dense model wants fastembed: {INSTALL}")
    if not download:
        os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    try:
        if folder is not None:
            return _from_folder(name, folder)
        return _by_name(str(name), cache, download)
    except EmbeddingError:
        raise
    # onnxruntime, tokenizers, the hub and fastembed raise classes of their own, and of no tree
    except Exception as error:
        reason = str(error).strip().partition("\n")[0][:300] or type(error).__name__
        raise EmbeddingError(f"the model {folder or name} cannot be loaded: {reason}") from error


def text_of(said: Said) -> str:
    """Return what is embedded of what a diagnostic says: no name of the user's is in it."""
    return ". ".join(said.sentences)


def _by_name(name: str, cache: Path, download: bool) -> DenseModel:
    from fastembed import TextEmbedding
    from loguru import logger

    logger.disable("fastembed")  # it writes to standard error what is an error of ours
    known = [each["model"] for each in TextEmbedding.list_supported_models()]
    exact = next((each for each in known if each.lower() == name.lower()), None)
    if exact is None:
        word = name.lower().rpartition("/")[2]
        near = [each for each in known if word in each.lower() and not each.startswith("local/")]
        hint = f"; near are {', '.join(near[:3])}" if near else ""
        raise EmbeddingError(f"fastembed knows no model {name!r}{hint}")
    place = cache / "models"
    try:
        model = TextEmbedding(
            exact, cache_dir=str(place), threads=1, local_files_only=not download, cuda=False
        )
    except Exception as error:
        if download:
            raise
        raise EmbeddingError(
            f"the model {exact} is not on this machine; `rustmend kb embed --download` fetches it"
        ) from error
    return DenseModel(exact, model)


def _from_folder(name: str | None, folder: Path) -> DenseModel:
    from fastembed import TextEmbedding
    from fastembed.common.model_description import ModelSource, PoolingType

    file = next((each for each in FILES if (folder / each).is_file()), None)
    if file is None:
        raise EmbeddingError(f"{folder} holds no {FILES[0]}")
    supported = {each["model"].lower() for each in TextEmbedding.list_supported_models()}
    content = hashlib.sha256((folder / file).read_bytes()).hexdigest()[:12]
    if name is None or name.lower() not in supported:
        name = f"local/{folder.name}-{content}"
        if name.lower() not in supported:
            TextEmbedding.add_custom_model(
                model=name,
                pooling=PoolingType.CLS if _is_cls(folder) else PoolingType.MEAN,
                normalization=True,
                sources=ModelSource(hf="local/none"),
                dim=_size(folder),
                model_file=file,
            )
    model = TextEmbedding(name, specific_model_path=str(folder), threads=1, cuda=False)
    return DenseModel(f"{name}@{content}", model)


def _is_cls(folder: Path) -> bool:
    """Whether the model's own description, where it has one, says that the first token counts."""
    return bool(_json(folder / "1_Pooling" / "config.json").get("pooling_mode_cls_token"))


def _size(folder: Path) -> int:
    return int(_json(folder / "config.json").get("hidden_size") or 0)


def _json(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
