"""What is measured, group by group. A group takes the programs, the corpora, tunekit and how often; it gives rows."""
import statistics

from comparison.corpora import KINDS, MAKE_CORPUS
from comparison.measuring import at_once, interleave
from comparison.programs import output, say
from comparison.table import Row, rate

# By how much tunekit is to be ahead of simdjson on one thread.
ONE_THREAD = {"chat": 1.5, "cjk": 1.25, "long": 1.5, "tool": 1.0}
GZIP = ("gz", ["gzip", "-6", "--stdout"])


def versus(what, times, ours, theirs, size, bar=None, of="cpu"):
    """How often as fast the one is as the other."""
    one, other = times[ours], times[theirs]
    return Row(what, rate(size, one.median(of)), f"{theirs}: {rate(size, other.median(of))}",
               other.median(of) / one.median(of), bar, spread=max(one.spread(of), other.spread(of)))


def corpus(kind, programs, corpora, tunekit, runs):
    """CPU time on one thread against simdjson, and what a second thread gains."""
    file = corpora.whole(kind)
    size = file.stat().st_size
    one, two = programs.jobs(tunekit, 1), programs.jobs(tunekit, 2)
    commands = {"tunekit": [*one, file]}
    if two:
        commands["two threads"] = [*two, file]
        commands["two processes"] = at_once([*one, file], [*one, corpora.copy(file)])
    simdjsons = programs.simdjsons()
    for name, program in simdjsons.items():
        for mode in ("full", "full again", "lazy"):
            commands[f"{name} {mode}"] = [program, mode.split()[0], file]
    times = interleave(commands, runs)

    rows = []
    for name in simdjsons:
        full, again, lazy = f"{name} full", f"{name} full again", f"{name} lazy"
        rows.append(versus(f"{kind}: {name} against itself", times, full, again, size))
        # Where lazy is not far ahead of full, full has been slowed by something else than its work.
        fair = 1.4 if kind == "chat" else None
        rows.append(versus(f"{kind}: {name} lazy against full", times, lazy, full, size, fair))
        rows.append(versus(f"{kind}, one thread", times, "tunekit", full, size, ONE_THREAD[kind]))
    if two:
        rows += second_thread(kind, times)
    return rows


def second_thread(kind, times):
    """Wall time: the gain of a second thread, next to that of a second process, which is what the machine can give."""
    one, two, processes = (times[name].median("wall") for name in ("tunekit", "two threads", "two processes"))
    spread = max(times[name].spread("wall") for name in ("tunekit", "two threads", "two processes"))
    gain, possible = one / two, 2 * one / processes
    return [
        Row(f"{kind}, two threads", f"{gain:.2f} × own one thread", "own one thread", gain, 1.6, spread=spread),
        Row(f"{kind}, two threads", f"{gain:.2f} × own one thread", f"two processes: {possible:.2f} ×",
            gain / possible, 0.93, spread=spread)]


def inflating(name, loop, bars, programs, corpora, tunekit, runs):
    """A file of one gzip member against a loop that inflates it and looks at nothing."""
    whole = corpora.whole("chat")
    size = whole.stat().st_size
    file = corpora.compressed(whole, *GZIP)
    if not (file and loop and tunekit):
        return []
    two = programs.jobs(tunekit, 2)
    peer = f"bare {output(loop)} loop"
    commands = {"one thread": [*programs.jobs(tunekit, 1), file], peer: [loop, file], f"{peer} again": [loop, file]}
    if two:
        commands["two threads"] = [*two, file]
    times = interleave(commands, runs)
    rows = [versus(f"gzip: {peer} against itself", times, peer, f"{peer} again", size),
            versus(f"gzip, {name}, one thread", times, "one thread", peer, size, bars[0])]
    if two:
        rows.append(versus(f"gzip, {name}, two threads", times, "two threads", peer, size, bars[1], "wall"))
    return rows


def gzip_zlib(programs, corpora, tunekit, runs):
    loop = programs.compile("zlib-loop", "zlib-loop.c", "-lz")
    return inflating("zlib", loop, (0.9, 0.97), programs, corpora, tunekit, runs)


def gzip_isal(programs, corpora, tunekit, runs):
    loop = programs.compile("isal-loop", "isal-loop.c", "-lisal")
    return inflating("ISA-L", loop, (0.82, 0.9), programs, corpora, programs.isal_tunekit(), runs)


def members(programs, corpora, tunekit, runs):
    """Gzip files that can be inflated in parallel: blocks that are members, and blocks in one member."""
    whole = corpora.whole("chat")
    size = whole.stat().st_size
    one, two = programs.jobs(tunekit, 1), programs.jobs(tunekit, 2)
    rows = []
    for name, suffix, command, bar in [
            ("BGZF", "bgzf.gz", ["bgzip", "--stdout"], 1.5),
            ("pigz -i", "pigz.gz", ["pigz", "-6", "--independent", "--stdout"], None)]:
        file = corpora.compressed(whole, suffix, command)
        if not file:
            programs.skip(name, f"{command[0]} is not installed")
        elif two:
            times = interleave({"own one thread": [*one, file], "two threads": [*two, file]}, runs)
            rows.append(versus(f"{name}, two threads", times, "two threads", "own one thread", size, bar, "wall"))
    return rows


def memory(programs, corpora, tunekit, runs):
    """Peak memory over that of --version, which reads no file."""
    peak = programs.compile("peak-memory", "peak-memory.c")
    if not peak:
        return []

    def megabytes(*command):
        return statistics.median(int(output(peak, *command)) for _ in range(min(runs, 3))) * 1024 / 1e6

    nothing = megabytes(tunekit, "--version")
    rows = []
    chat, long = corpora.whole("chat"), corpora.whole("long")
    # A line beyond 64 KB may cost twice its length more.
    longest = max(map(len, open(long, "rb"))) / 1e6
    files = [("chat", chat, 0), ("gzip", corpora.compressed(chat, *GZIP), 0), ("long", long, 2 * longest)]
    for name, file, allowance in files:
        for jobs in (1, 2):
            if command := programs.jobs(tunekit, jobs):
                more = megabytes(*command, file) - nothing
                rows.append(Row(f"peak memory, {name}, {'one thread' if jobs == 1 else 'two threads'}",
                                f"{more + nothing:.1f} MB", f"tunekit --version: {nothing:.1f} MB", more,
                                6 + 8 * (jobs - 1) + allowance, at_most=True, unit="MB more"))
    return rows


def start_up(programs, corpora, tunekit, _):
    """A file of 100 lines from start to finish, against the interpreter that does nothing: 200 runs each."""
    file = corpora.head(corpora.slice("chat"), 100)
    # The interpreter itself, not a shim of it.
    python = programs.python("plain")
    if not python:
        return []
    commands = {"python3 -c pass": [python, "-c", "pass"], "dynamic": [tunekit, "validate", file]}
    if static := programs.static_tunekit():
        commands["--static-swift-stdlib"] = [static, "validate", file]
    times = interleave(commands, 200)
    python = times.pop("python3 -c pass")
    return [
        Row(f"100 lines, {name}", f"{taken.median('wall') * 1e3:.1f} ms",
            f"python3 -c pass: {python.median('wall') * 1e3:.1f} ms", taken.median("wall") / python.median("wall"),
            1.0 if name == "dynamic" else 0.6, at_most=True, spread=max(taken.spread("wall"), python.spread("wall")))
        for name, taken in times.items()]


def others(programs, corpora, tunekit, runs):
    """What people check data with, on the first megabytes of the corpora: it is slow."""
    rows = []
    for kind in KINDS:
        file = corpora.slice(kind)
        commands = {"tunekit": [*programs.jobs(tunekit, 1), file]}
        sizes = {}
        for name, (command, wants_messages) in programs.slow_peers().items():
            # No form of messages for tool calls is known to that peer.
            if not (wants_messages and kind == "tool"):
                read = corpora.messages(file) if wants_messages else file
                commands[name], sizes[name] = [*command, read], read.stat().st_size
        times = interleave(commands, min(runs, 3))
        ours = times.pop("tunekit")
        for name, taken in times.items():
            # Speeds, not times, since the form of messages is smaller.
            speed, own = sizes[name] / taken.median(), file.stat().st_size / ours.median()
            rows.append(Row(f"{kind}, first {file.stat().st_size / 1e6:.0f} MB", rate(own, 1),
                            f"{name}: {rate(speed, 1)}", own / speed, spread=max(taken.spread(), ours.spread())))
    return rows


# Lines by several programs in one file, and turns by several in one line.
MIXTURES = (
    "chat+compact", "plain+cjk", "tool+other-tool", "html+chat+tool+compact+media", "chat/compact", "chat/parts-first/html")


def shapes(programs, corpora, tunekit, runs):
    """Every shape and some mixtures on one thread: against simdjson, and what the rules from family 5 on cost."""
    found, costs = [], []
    one = programs.jobs(tunekit, 1)
    for simdjson, program in programs.simdjsons().items():
        for name in [*output(MAKE_CORPUS, "--list").split(), *MIXTURES]:
            say(f"measuring {name}")
            file = corpora.whole(name)
            size = file.stat().st_size
            times = interleave({
                "tunekit": [*one, file], "families 0 to 4": [*one, "--ignore", "TK5,TK6,TK7", file],
                simdjson: [program, "full", file]}, runs)
            found.append(versus(name, times, "tunekit", simdjson, size))
            # How much longer all rules take, at most 15 %.
            costs.append(versus(f"{name}, all rules", times, "tunekit", "families 0 to 4", size, 1 / 1.15))
    return with_summary(found, 1.0, 1.25) + with_summary(costs, 1 / 1.15)


def with_summary(rows, worst_bar, median_bar=None):
    """The worst and the median of some rows first, then all from the worst on."""
    if not rows:
        return []
    rows.sort(key=lambda row: row.ratio)
    middle = statistics.median(row.ratio for row in rows)
    return [Row("the worst", "", "", rows[0].ratio, worst_bar), Row("the median", "", "", middle, median_bar), *rows]


GROUPS = {
    "shapes": shapes,
    **{kind: (lambda *given, kind=kind: corpus(kind, *given)) for kind in KINDS},
    "gzip": gzip_zlib, "isal": gzip_isal, "bgzf": members, "memory": memory, "start-up": start_up, "others": others,
}
