"""Runs a command whose standard output is a non-blocking pipe with a slow reader, and prints what was read.

SlowReader.py COMMAND...
"""

import os
import subprocess
import sys
import time

reader, writer = os.pipe()
os.set_blocking(writer, False)
process = subprocess.Popen(sys.argv[1:], stdout=writer)
os.close(writer)
# The pipe is full before the first byte is taken.
time.sleep(0.3)
while received := os.read(reader, 1 << 15):
    sys.stdout.buffer.write(received)
    time.sleep(0.005)
sys.stdout.flush()
sys.exit(process.wait())
