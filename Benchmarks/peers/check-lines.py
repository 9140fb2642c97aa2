#!/usr/bin/env python3
"""Checks a dataset as people do in Python: check-lines.py json|orjson|genai|together FILE, status 1 if it is faulty.

json, orjson: every line is read, and has contents with roles that are known and parts that are not empty.
genai: json, and the types of google-genai validate every content and tool.
together: together's own check of a file (version 1 wants messages, not contents).
"""
import sys


def check_contents(loads, file):
    for line in file:
        for content in loads(line)["contents"]:
            if content.get("role", "user") not in ("user", "model", "function") or not content["parts"]:
                return False
    return True


def check_genai(file):
    import json
    from google.genai import types
    for line in file:
        example = json.loads(line)
        for content in example["contents"]:
            types.Content.model_validate(content)
        if "systemInstruction" in example:
            types.Content.model_validate(example["systemInstruction"])
        for tool in example.get("tools", []):
            types.Tool.model_validate(tool)
    return True


def check_together(path):
    try:
        from together.utils import check_file
    except ImportError:
        from together.lib.utils import check_file
    return check_file(path)["is_check_passed"]


def main():
    peer, path = sys.argv[1:]
    if peer == "together":
        return check_together(path)
    try:
        with open(path, "rb") as file:
            if peer == "genai":
                return check_genai(file)
            return check_contents(__import__(peer).loads, file)
    except (ValueError, KeyError, TypeError):
        return False


sys.exit(0 if main() else 1)
