"""`python -m tunekit` is the program."""

import os
import sys

from . import _program

try:
    program = _program.path()
except _program.TunekitError as error:
    sys.stderr.write(f"tunekit: {error}\n")
    sys.exit(2)
os.execv(program, [program, *sys.argv[1:]])
