"""What the service says of a dataset once it has read it."""

from __future__ import annotations

import json
from typing import Any

from storage import Storage

CHARACTERS_PER_TOKEN = 4
BATCH = 8
READ_LIMIT = 8 << 20


def statistics(storage: Storage, uri: str, epochs: int) -> dict[str, Any]:
    """supervisedTuningDataStats of an object that is here; of one that is not, those of a small dataset."""
    bucket, _, name = uri.removeprefix("gs://").partition("/")
    item = storage.get(bucket, name)
    inputs: list[int] = []
    outputs: list[int] = []
    messages: list[int] = []
    samples: list[Any] = []
    if item is None:
        inputs, outputs, messages = [80] * 100, [20] * 100, [2] * 100
    else:
        lines = 0
        with storage.path(item).open("rb") as file:
            for line in file:
                lines += 1
                if file.tell() > READ_LIMIT:
                    continue
                try:
                    contents = json.loads(line).get("contents", [])
                    of_model = [content for content in contents if content.get("role") == "model"]
                    told = len(json.dumps(of_model)) // CHARACTERS_PER_TOKEN
                except (ValueError, AttributeError, TypeError):
                    continue
                inputs.append(max(0, len(line) // CHARACTERS_PER_TOKEN - told))
                outputs.append(told)
                messages.append(len(contents))
                samples += contents[:1] if len(samples) < 3 else []
        if item.size > READ_LIMIT:
            # Of a large one only the beginning is read; the rest is like it.
            inputs, outputs, messages = (like(values, lines) for values in (inputs, outputs, messages))
    count = len(inputs)
    tokens = sum(inputs) + sum(outputs)
    return {
        "tuningDatasetExampleCount": str(count),
        "totalTuningCharacterCount": str(tokens * CHARACTERS_PER_TOKEN),
        "totalBillableTokenCount": str(tokens),
        "tuningStepCount": str(max(1, (count + BATCH - 1) // BATCH) * epochs),
        "userInputTokenDistribution": distribution(inputs),
        "userOutputTokenDistribution": distribution(outputs),
        "userMessagePerExampleDistribution": distribution(messages),
        "userDatasetExamples": samples,
    }


def like(values: list[int], count: int) -> list[int]:
    """So many values, on average like those."""
    return [sum(values) // max(1, len(values))] * count


def distribution(values: list[int]) -> dict[str, Any]:
    if not values:
        return {"sum": "0", "buckets": []}
    ordered = sorted(values)

    def at(part: float) -> float:
        return float(ordered[min(len(ordered) - 1, int(part * len(ordered)))])

    return {
        "sum": str(sum(values)),
        "billableSum": str(sum(values)),
        "min": float(ordered[0]),
        "max": float(ordered[-1]),
        "mean": sum(values) / len(values),
        "median": at(0.5),
        "p5": at(0.05),
        "p95": at(0.95),
        "buckets": [{"count": float(len(values)), "left": float(ordered[0]), "right": float(ordered[-1])}],
    }
