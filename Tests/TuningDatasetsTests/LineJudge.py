"""Says of each line of a file what Google's two parsers make of it: that of protobuf, with aiplatform_v1beta1.GeminiExample, then
google-genai's types, field by field. Each says `ok` or `refused`; protobuf says `empty` if data are left that are no byte."""

import json
import sys
from typing import Any, Optional

from google.cloud.aiplatform_v1beta1.types import GeminiExample
from google.genai import _common, types
from google.protobuf import json_format
from google.protobuf.message import DecodeError
from pydantic import ValidationError

Message = type(GeminiExample.pb(GeminiExample()))


class Example(_common.BaseModel):
    """The SDK has no type for an example, but one for each of its fields."""

    contents: Optional[list[types.Content]] = None
    system_instruction: Optional[types.Content] = None
    tools: Optional[list[types.Tool]] = None
    tool_config: Optional[types.ToolConfig] = None
    generation_config: Optional[types.GenerationConfig] = None
    safety_settings: Optional[list[types.SafetySetting]] = None
    labels: Optional[dict[str, str]] = None
    cached_content: Optional[str] = None
    model: Optional[str] = None


def has_empty_data(message):
    parts = [part for content in message.contents for part in content.parts]
    return any(part.HasField("inline_data") and not part.inline_data.data for part in parts)


def protobuf(line):
    try:
        message = json_format.Parse(line, Message())
        Message.FromString(message.SerializeToString())
    except (json_format.ParseError, DecodeError):
        return "refused"
    return "empty" if has_empty_data(message) else "ok"


def genai(line):
    try:
        Example.model_validate_json(line)
    except ValidationError:
        return "refused"
    return "ok"


with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        print(protobuf(line), genai(line))
