"""Runs a command on a terminal of 80 columns, or of COLUMNS, and prints what the terminal received.

Terminal.py output|errors COMMAND...

The stream that is named goes to the terminal, the other to the file "elsewhere".
"""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios

ours, theirs = pty.openpty()
fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(os.environ.pop("COLUMNS", 80)), 0, 0))
with open("elsewhere", "wb") as elsewhere:
    streams = (theirs, elsewhere) if sys.argv[1] == "output" else (elsewhere, theirs)
    process = subprocess.Popen(sys.argv[2:], stdout=streams[0], stderr=streams[1])
os.close(theirs)
while True:
    try:
        received = os.read(ours, 1 << 16)
    except OSError:  # Linux says so when the other side is closed.
        break
    if not received:
        break
    sys.stdout.buffer.write(received)
sys.stdout.flush()
sys.exit(process.wait())
