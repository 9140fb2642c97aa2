"""Writes texts, and what Python's sentencepiece makes of them, for TokenizerAgreementTests.

    TokenizerJudge.py FOLDER COUNT SEED [MODEL]

Trains a small model where none is given. In FOLDER come `model`, `texts` and `tokens`: for each text its length and its
bytes, or the number of its tokens and the tokens, all numbers of four bytes, the lowest first.
"""
import io
import random
import struct
import sys
from pathlib import Path

import sentencepiece

WORDS = """the of and to in is that it was for on are as with his they at be this from have or by one had not but what
all were when we there can an your which their said if do will each about how up out them then she many some so these would
other into has more her two like him see time could no make than first been its who now people my made over did down only
way find use may water long little very after words called just where most know def return import class self print value
für Straße Größe naïve café déjà señor Привет мир данные модель обучение 日本語 学習 机械 学习 数据 한국어 데이터 العربية
नमस्ते ไทย 👩‍🚀 😀 ½ ﬁ ①""".split()
SPLICES = ["\n", "\n\n", "\t", "  ", "   ", "<b>", "</b>", "<|", "|>", "{", "}", "(", ")", ";", "==", "1234567890", "0.5",
           "\u2581", " \u2581 ", "\u00a0", "\ufffd", "\u200d", "\0", "aaaaaaaa", "e\u0301", "....", "----", "ﷺ", "\U0001f9d1"]
ALPHABETS = [range(0x20, 0x7F), range(0, 0x20), range(0xA0, 0x250), range(0x400, 0x460), range(0x4E00, 0x9FFF),
             range(0xAC00, 0xD7A3), range(0x900, 0x980), range(0x2500, 0x25A0), range(0x1F300, 0x1F700), range(0xE000, 0xE010)]


def text(generator):
    kind = generator.randrange(10)
    if kind < 5:
        parts = []
        for _ in range(generator.randrange(1, 30)):
            parts.append(generator.choice(WORDS) if generator.random() < 0.8 else generator.choice(SPLICES))
            if generator.random() < 0.85:
                parts.append(" ")
        return "".join(parts)
    if kind < 8:
        alphabet = generator.choice(ALPHABETS)
        return "".join(chr(generator.choice(alphabet)) for _ in range(generator.randrange(0, 40)))
    if kind == 8:
        return generator.choice(["a", "ab", " ", "\n", "\u2581", "<", "aA", "日本", "👩", " a"]) * generator.randrange(1, 200)
    return "".join(chr(generator.choice(generator.choice(ALPHABETS))) for _ in range(generator.randrange(0, 60)))


def train(generator):
    corpus = [text(generator) for _ in range(4000)]
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(line.replace("\n", " ").replace("\0", "") for line in corpus), model_writer=model,
        model_type="bpe", vocab_size=6000, byte_fallback=True, character_coverage=0.98, normalization_rule_name="identity",
        add_dummy_prefix=False, remove_extra_whitespaces=False, split_digits=True, minloglevel=2,
        user_defined_symbols=["<b>", "</b>", "\n", "\n\n", "\t", "\u2581\u2581", "\u2581\u2581\u2581", "wor"])
    return model.getvalue()


def main():
    folder, count, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    generator = random.Random(seed)
    model = Path(sys.argv[4]).read_bytes() if len(sys.argv) > 4 else train(generator)
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    texts, tokens = bytearray(), bytearray()
    for _ in range(count):
        one = text(generator)
        encoded = one.encode()
        ids = processor.encode(one)
        texts += struct.pack("<I", len(encoded)) + encoded
        tokens += struct.pack(f"<{len(ids) + 1}I", len(ids), *ids)
    (folder / "model").write_bytes(model)
    (folder / "texts").write_bytes(texts)
    (folder / "tokens").write_bytes(tokens)


main()
