"""Fits a small network by plain numpy: Adam, drop-out, a falling rate; seeded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracker.extract.features import Matrix
from tracker.extract.network import Form, Network, inputs_of

_SEED = 1
_BATCH = 384
_WARM = 200
_RATE = 0.002
_DECAY = (0.9, 0.999)
_NARROWEST = 0.2
"""Deviation below which an input is not stretched any further."""


@dataclass(frozen=True)
class Shape:
    """How large a network is and how long it learns; ``drop``: the share of sums left out."""

    hidden: int
    epochs: int
    drop: float
    weight_decay: float = 1e-4


def forms_of(names: tuple[str, ...], matrix: Matrix) -> NDArray[np.uint8]:
    """Tell how each column is read."""
    forms = np.zeros(len(names), np.uint8)
    for number, name in enumerate(names):
        part = matrix[:, number]
        if name.endswith("#"):
            forms[number] = Form.LABEL
        elif name.endswith("%"):
            forms[number] = Form.SCORE
        elif part.min(initial=0) < 0 or part.max(initial=0) > 1:
            forms[number] = Form.COUNT
    return forms


def fitted_network(
    matrix: Matrix,
    label: NDArray[np.bool_],
    weight: NDArray[np.float64],
    reading: tuple[NDArray[np.int64], NDArray[np.int16], NDArray[np.uint8]],
    shape: Shape,
) -> Network:
    """Fit a network on all rows of ``matrix``; ``reading``: column, value and form of each input."""
    inputs = inputs_of(matrix, *reading)
    mean = inputs.mean(axis=0, dtype=np.float64).astype(np.float32)
    scale = 1 / np.maximum(inputs.std(axis=0, dtype=np.float64), _NARROWEST).astype(np.float32)
    inputs -= mean
    inputs *= scale
    share = (weight / weight.mean()).astype(np.float32)
    learned = _learned(inputs, label.astype(np.float32), share, shape)
    hidden = (learned[0] * scale[:, None]).astype(np.float16).astype(np.float32)
    return Network(
        column=reading[0],
        value=reading[1],
        form=reading[2],
        hidden=hidden,
        hidden_bias=learned[1] - mean @ hidden,
        out=learned[2],
        bias=float(learned[3][0]),
    )


def _learned(
    inputs: NDArray[np.float32],
    label: NDArray[np.float32],
    share: NDArray[np.float32],
    shape: Shape,
) -> list[NDArray[np.float32]]:
    draw = np.random.default_rng(_SEED)
    rows, width = inputs.shape
    weights = [
        draw.normal(0, np.sqrt(2 / width), (width, shape.hidden)).astype(np.float32),
        np.zeros(shape.hidden, np.float32),
        draw.normal(0, np.sqrt(0.5 / shape.hidden), shape.hidden).astype(np.float32),
        np.full(1, np.log(label.mean() / (1 - label.mean())), np.float32),
    ]
    first = [np.zeros_like(each) for each in weights]
    second = [np.zeros_like(each) for each in weights]
    steps, step = shape.epochs * -(-rows // _BATCH), 0
    for _ in range(shape.epochs):
        order = draw.permutation(rows)
        for at in range(0, rows, _BATCH):
            step += 1
            here = order[at : at + _BATCH]
            slopes = _slopes(weights, inputs[here], label[here], share[here], shape, draw)
            rate = _RATE * min(1.0, step / _WARM) * (1 + np.cos(np.pi * step / steps)) / 2
            fair = np.sqrt(1 - _DECAY[1] ** step) / (1 - _DECAY[0] ** step)
            for at_layer, slope in enumerate(slopes):
                one, two = first[at_layer], second[at_layer]
                np.add(one, (1 - _DECAY[0]) * (slope - one), out=one)
                np.add(two, (1 - _DECAY[1]) * (slope * slope - two), out=two)
                stride = np.float32(rate * fair) * one / (np.sqrt(two) + np.float32(1e-8))
                weights[at_layer] -= stride
    return weights


def _slopes(
    weights: list[NDArray[np.float32]],
    inputs: NDArray[np.float32],
    label: NDArray[np.float32],
    share: NDArray[np.float32],
    shape: Shape,
    draw: np.random.Generator,
) -> list[NDArray[np.float32]]:
    hidden, hidden_bias, out, bias = weights
    sums = inputs @ hidden + hidden_bias
    kept = (draw.random(sums.shape, dtype=np.float32) > shape.drop) & (sums > 0)
    mask = kept.astype(np.float32) / np.float32(1 - shape.drop)
    sums *= mask
    guess = 1 / (1 + np.exp(-(sums @ out + bias)))
    error = (guess - label) * share / np.float32(len(label))
    back = error[:, None] * out * mask
    return [
        inputs.T @ back + np.float32(shape.weight_decay) * hidden,
        back.sum(axis=0),
        sums.T @ error,
        error.sum(keepdims=True),
    ]
