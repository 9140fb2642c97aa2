"""Says of each line of a file what Google's two parsers make of it: that of protobuf, with aiplatform_v1beta1.GeminiExample, then
google-genai's types, content by content. Each says `ok` or `refused`; protobuf says `empty` if data are left that are no byte."""

import json
import sys

from google.cloud.aiplatform_v1beta1.types import GeminiExample
from google.genai import types
from google.protobuf import json_format
from pydantic import TypeAdapter, ValidationError

Message = type(GeminiExample.pb(GeminiExample()))
Contents = TypeAdapter(list[types.Content])


def has_empty_data(message):
    parts = [part for content in message.contents for part in content.parts]
    return any(part.HasField("inline_data") and not part.inline_data.data for part in parts)


def protobuf(line):
    try:
        message = json_format.ParseDict(json.loads(line), Message())
    except json_format.ParseError:
        return "refused"
    return "empty" if has_empty_data(message) else "ok"


def genai(line):
    try:
        Contents.validate_json(json.dumps(json.loads(line)["contents"]))
    except ValidationError:
        return "refused"
    return "ok"


with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        print(protobuf(line), genai(line))
