"""Writes the man pages, from what the argument parser says of the commands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

OFFLINE = """.Sh EXIT STATUS
.Bl -tag -width indent
.It 0
Clean: nothing at or above
.Fl \\-fail\\-on .
.It 1
There are findings at or above it, or a receipt does not match.
.It 2
Something could not be done; each has a line on standard error.
.El
"""


ONLINE = """.Sh EXIT STATUS
.Bl -tag -width indent
.It 0
The job has succeeded, or what was asked for was done.
.It 1
The job has failed, was cancelled, has expired or has succeeded in part; or there are findings.
.It 2
Something could not be done.
.It 3
The job continues after
.Fl \\-timeout .
.It 4
It is not known whether there is a job.
The same command run again looks first.
.It 130 , 143
Interrupted; a job that was created continues.
.El
"""


def pages(described: bytes, online: bytes, version: str, day: str) -> dict[str, bytes]:
    """The pages by the names of their files, one for the program and one for each command.

    `described` is what `tunekit --experimental-dump-help` writes, `online` the same of tunekit-submit, which performs some of the
    commands, and `day` such as "November 22, 2026".
    """
    program = json.loads(described)["command"]
    performed = {command["commandName"]: command for command in json.loads(online)["command"]["subcommands"]}
    del performed["help"]
    own = program["subcommands"]
    program["subcommands"] = [performed.get(command["commandName"], command) for command in own]
    commands = [(words, command) for words, command in _commands(program, []) if words[-1] != "help"]
    names = ["-".join(words) for words, _ in commands]
    made = {}
    for (words, command), name in zip(commands, names):
        others = [other for other in names if other != name]
        status = ONLINE if len(words) > 1 and words[1] in performed else OFFLINE
        text = "".join(_page(words, command, others, version, day, status))
        made[f"{name}.1"] = text.encode()
    return made


def _commands(command: dict[str, Any], words: list[str]) -> Iterator[tuple[list[str], dict[str, Any]]]:
    words = [*words, command["commandName"]]
    yield words, command
    for inner in command.get("subcommands", []):
        yield from _commands(inner, words)


def _page(
    words: list[str], command: dict[str, Any], others: list[str], version: str, day: str, status: str
) -> Iterator[str]:
    name = "-".join(words)
    arguments = [argument for argument in command.get("arguments", []) if argument["shouldDisplay"]]
    yield f".Dd {day}\n.Dt {name.upper()} 1\n.Os tunekit {version}\n"
    abstract = command["abstract"]
    yield f".Sh NAME\n.Nm {_text(name)}\n.Nd {_text(abstract[0].lower() + abstract[1:].rstrip('.'))}\n"
    yield f".Sh SYNOPSIS\n.Nm {_text(' '.join(words))}\n"
    for argument in arguments:
        yield _synopsis(argument)
    inner = [command for command in command.get("subcommands", []) if command["commandName"] != "help"]
    if inner:
        yield ".Ar command ...\n"
    if command.get("discussion"):
        yield f".Sh DESCRIPTION\n{_lines(command['discussion'])}"
    if inner:
        yield ".Sh COMMANDS\n.Bl -tag -width indent\n"
        for one in inner:
            yield f".It Cm {_text(one['commandName'])}\n{_lines(one['abstract'])}"
        yield ".El\n"
    if arguments:
        yield ".Sh OPTIONS\n.Bl -tag -width indent\n"
        for argument in arguments:
            yield f".It {_name(argument)}\n{_lines(_meaning(argument))}"
        yield ".El\n"
    yield status
    yield ".Sh SEE ALSO\n" + " ,\n".join(f".Xr {_text(other)} 1" for other in others) + "\n"


def _name(argument: dict[str, Any]) -> str:
    value = f"Ar {_text(argument['valueName'])}"
    if argument["kind"] == "positional":
        return value
    names = [
        ("Fl " if name["kind"] == "short" else r"Fl \-") + _text(name["name"]) for name in argument["names"]
    ]
    flags = " , ".join(names)
    return flags if argument["kind"] == "flag" else f"{flags} {value}"


def _synopsis(argument: dict[str, Any]) -> str:
    repeated = " ..." if argument["isRepeating"] else ""
    name = _name(argument).split(" , ")[-1]
    return f".Op {name}{repeated}\n" if argument["isOptional"] else f".{name}{repeated}\n"


def _meaning(argument: dict[str, Any]) -> str:
    text = str(argument.get("abstract", ""))
    if argument.get("allValues"):
        text += f" One of: {', '.join(argument['allValues'])}."
    if argument.get("defaultValue"):
        text += f" Default: {argument['defaultValue']}."
    return text


def _lines(text: str) -> str:
    """Text with each sentence on a line of its own, as man pages have it."""
    sentences = re.sub(r"(?<=[a-z')0-9][.:;]) +(?=[A-Z'])", "\n", " ".join(text.split()))
    return "".join(f"{_text(line)}\n" for line in sentences.split("\n"))


def _text(text: str) -> str:
    """Text that is no markup."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "\\[u2026]").replace("~", "\\(ti")
    text = text.replace("'", "\\(aq")
    return f"\\&{text}" if text.startswith(".") else text
