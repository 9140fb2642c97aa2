"""Runs a command and writes its peak memory in bytes to a file: PeakMemory.py FILE COMMAND..."""

import resource
import subprocess
import sys

status = subprocess.call(sys.argv[2:])
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
with open(sys.argv[1], "w") as file:
    # Linux counts in kilobytes.
    print(peak if sys.platform == "darwin" else peak * 1024, file=file)
sys.exit(status)
