"""The table: rows in markdown, and what they were measured on."""
import datetime
import os
import platform
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from comparison.programs import output


@dataclass
class Row:
    what: str
    measured: str
    peer: str
    ratio: float
    bar: float = None
    # The bar is a least value, unless it is a greatest one.
    at_most: bool = False
    # How far the runs lay apart, as a share of their median.
    spread: float = None
    unit: str = "×"

    def markdown(self):
        bar = ""
        if self.bar is not None:
            is_met = self.ratio <= self.bar if self.at_most else self.ratio >= self.bar
            bar = f"{'≤' if self.at_most else '≥'} {self.bar:.2f}: {'met' if is_met else 'missed'}"
        spread = "" if self.spread is None else f"{self.spread:.0%}"
        return f"| {self.what} | {self.measured} | {self.peer} | {self.ratio:.2f} {self.unit} | {bar} | {spread} |"


def rate(size, seconds):
    """Such a time, as speed over so many bytes."""
    return f"{size / seconds / 1e9:.3g} GB/s"


def markdown(rows):
    head = ["| | measured | against | ratio | bar | spread |", "|---|---|---|---|---|---|"]
    return "\n".join(head + [row.markdown() for row in rows])


def machine():
    model = "unknown"
    if os.path.exists("/proc/cpuinfo"):
        model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text() + "model name: unknown").group(1)
    system = re.search(r'PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text()).group(1) \
        if os.path.exists("/etc/os-release") else platform.system()
    compiler = output("c++", "--version").split("\n")[0] if shutil.which("c++") else "no compiler"
    return f"{model}, {os.cpu_count()} cores, {platform.machine()}, {system}, {compiler}; {datetime.date.today()}"
