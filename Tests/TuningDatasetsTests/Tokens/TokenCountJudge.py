"""Writes examples, and how many tokens google-genai's LocalTokenizer counts in them, for ExampleTokenCounterTests.

    TokenCountJudge.py MODEL FOLDER COUNT SEED

MODEL is a SentencePiece model file, so that nothing is downloaded. In FOLDER come `examples.jsonl`, and `counts` with a line
for each example: the tokens of its input, and of its output.
"""
import json
import random
import sys
import warnings
from pathlib import Path

import sentencepiece
from google.genai import local_tokenizer, types

WORDS = """the of and to in time weather name city print( ) {} "quoted" back\\slash line\nfeed tab\t <b> für Größe Привет
данные 日本語 データ 한국어 नमस्ते 😀 1234 3.14 getWeather snake_case CamelCase / --- \u2581 é""".split(" ")


def text(rng, most=12):
    return " ".join(rng.choice(WORDS) for _ in range(rng.randrange(most)))


def value(rng, depth=3):
    kind = rng.randrange(8 if depth else 5)
    if kind < 2:
        return text(rng, 6)
    if kind < 5:
        return rng.choice([1, -2.5e3, True, False, None])
    if kind < 7:
        return {f"{rng.choice(WORDS)} {n}": value(rng, depth - 1) for n in range(rng.randrange(4))}
    return [value(rng, depth - 1) for _ in range(rng.randrange(4))]


def schema(rng, depth=3):
    one = {"type": rng.choice(["STRING", "INTEGER", "OBJECT", "ARRAY"])}
    for key, made in {
        "description": lambda: text(rng), "format": lambda: rng.choice(["int32", "date-time", "enum"]), "title": lambda: text(rng, 3),
        "enum": lambda: [text(rng, 3) for _ in range(rng.randrange(4))], "nullable": lambda: True, "default": lambda: value(rng, 1),
        "required": lambda: [rng.choice(WORDS)], "minimum": lambda: 1, "example": lambda: value(rng, 2),
        "propertyOrdering": lambda: ["a", "b"],
    }.items():
        if rng.random() < 0.3:
            one[key] = made()
    if depth and rng.random() < 0.5:
        one["properties"] = {f"{rng.choice(WORDS)}{n}": schema(rng, depth - 1) for n in range(rng.randrange(4))}
    if depth and rng.random() < 0.3:
        one["items"] = schema(rng, depth - 1)
    return one


def declaration(rng, number):
    one = {"name": f"function_{number}"}
    if rng.random() < 0.8:
        one["description"] = text(rng)
    if rng.random() < 0.8:
        one["parameters"] = schema(rng)
    if rng.random() < 0.3:
        one["response"] = schema(rng)
    return one


def part(rng, role):
    kind = rng.randrange(6)
    if kind == 0 and role == "model":
        return {"functionCall": {"name": rng.choice(["f", "get_weather"]), "args": {"a": value(rng), "b": {"c": text(rng)}}}}
    if kind == 0:
        return {"functionResponse": {"name": "f", "response": {"result": value(rng), "b": text(rng)}}}
    return {"text": text(rng, 40)}


def example(rng):
    contents = []
    for turn in range(rng.randrange(1, 4)):
        for role in ("user", "model"):
            contents.append({"role": role, "parts": [part(rng, role) for _ in range(rng.randrange(1, 3))]})
    one = {"contents": contents}
    if rng.random() < 0.5:
        one["systemInstruction"] = {"parts": [{"text": text(rng)} for _ in range(rng.randrange(1, 3))]}
    if rng.random() < 0.5:
        one["tools"] = [{"functionDeclarations": [declaration(rng, n) for n in range(rng.randrange(1, 4))]}
                        for _ in range(rng.randrange(1, 3))]
    items = list(one.items())
    rng.shuffle(items)
    return dict(items)


def tokens(tokenizer, contents, example=None):
    config = types.CountTokensConfig(
        system_instruction=types.Content(**example["systemInstruction"]) if "systemInstruction" in example else None,
        tools=[types.Tool(**tool) for tool in example.get("tools", [])]) if example else None
    if not contents and not example:
        return 0
    contents = [types.Content(**one) for one in contents] or [types.Content(role="user", parts=[types.Part(text="")])]
    return tokenizer.count_tokens(contents, config=config).total_tokens


def main():
    model, folder, count, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    warnings.simplefilter("ignore")
    rng = random.Random(seed)
    tokenizer = local_tokenizer.LocalTokenizer.__new__(local_tokenizer.LocalTokenizer)
    tokenizer._tokenizer_name = "gemma3"
    tokenizer._tokenizer = sentencepiece.SentencePieceProcessor(model_proto=model.read_bytes())
    with open(folder / "examples.jsonl", "w") as lines, open(folder / "counts", "w") as counts:
        for _ in range(count):
            one = example(rng)
            lines.write(json.dumps(one, ensure_ascii=rng.random() < 0.5) + "\n")
            inputs = [turn for turn in one["contents"] if turn["role"] == "user"]
            outputs = [turn for turn in one["contents"] if turn["role"] == "model"]
            counts.write(f"{tokens(tokenizer, inputs, one)} {tokens(tokenizer, outputs)}\n")


main()
