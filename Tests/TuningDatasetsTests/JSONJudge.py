"""Says of each line of a file whether it is one JSON object, strictly: `1` or `0` a line, `-` for a blank one.

Refused are what is no UTF-8, keys given twice, NaN and infinities, numbers that become infinite, lone surrogates,
arrays and objects within each other to a depth over 100 (the outermost is 1), and values that are no object.
"""

import json
import math
import sys

MAXIMUM_DEPTH = 100


def unique(pairs):
    keys = dict(pairs)
    if len(keys) != len(pairs):
        raise ValueError("a key given twice")
    return keys


def finite(text):
    number = float(text)
    if math.isinf(number):
        raise ValueError("a number that becomes infinite")
    return number


def refuse(constant):
    raise ValueError(constant)


def judge(value, depth):
    """Looks for what the parser lets through."""
    if isinstance(value, str):
        value.encode("utf-8")  # Raises for a lone surrogate.
    elif isinstance(value, (dict, list)):
        if depth > MAXIMUM_DEPTH:
            raise ValueError("too deep")
        for member in value:
            judge(member, depth + 1)
        if isinstance(value, dict):
            for member in value.values():
                judge(member, depth + 1)


def accepts(line):
    try:
        text = line.decode("utf-8", "strict")
        value = json.loads(text, object_pairs_hook=unique, parse_constant=refuse, parse_float=finite, parse_int=finite)
        judge(value, 1)
        return isinstance(value, dict)
    except (ValueError, RecursionError):  # The recursion limit lies far beyond the depth that is accepted.
        return False


def main():
    with open(sys.argv[1], "rb") as file:
        for line in file.read().split(b"\n"):
            print("-" if not line.strip(b" \t\r") else "1" if accepts(line) else "0")


main()
