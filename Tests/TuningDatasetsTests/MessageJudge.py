"""Says of each line of a file what Google's parsers of messages make of it as an aiplatform_v1beta1.GeminiExample: `ok`;
`json` if the JSON parser refuses it; `binary` if only the parser of the binary format does."""

import json
import sys

from google.cloud.aiplatform_v1beta1.types import GeminiExample
from google.protobuf import json_format
from google.protobuf.message import DecodeError

Message = type(GeminiExample.pb(GeminiExample()))


def verdict(line):
    try:
        message = json_format.ParseDict(json.loads(line), Message())
        Message.FromString(message.SerializeToString())
    except json_format.ParseError:
        return "json"
    except DecodeError:
        return "binary"
    return "ok"


with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        print(verdict(line))
