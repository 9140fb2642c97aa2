"""Reads bodies of requests, one JSON value a line, and says of each whether it is an aiplatform_v1beta1.TuningJob: `ok`, or
what is wrong."""

import json
import sys

from google.cloud.aiplatform_v1beta1 import TuningJob
from google.protobuf import json_format

for line in sys.stdin:
    try:
        json_format.ParseDict(json.loads(line), TuningJob.pb(TuningJob()))
        print("ok")
    except json_format.ParseError as error:
        print(str(error).replace("\n", " "))
