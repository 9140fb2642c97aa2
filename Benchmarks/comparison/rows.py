"""What is measured, group by group. A group takes the programs, the corpora, tunekit and how often; it gives rows."""
from comparison.corpora import KINDS
from comparison.measuring import interleave
from comparison.table import Row, rate

# By how much tunekit is to be ahead of simdjson on one thread.
ONE_THREAD = {"chat": 1.5, "cjk": 1.25, "long": 1.5, "tool": 1.0}


def one_thread(kind, programs, corpora, tunekit, runs):
    """CPU time on one thread against simdjson, which is measured against itself as well."""
    file = corpora.whole(kind)
    size = file.stat().st_size
    commands = {"tunekit": [*programs.jobs(tunekit, 1), file]}
    simdjsons = programs.simdjsons()
    for name, program in simdjsons.items():
        for mode in ("full", "full again", "lazy"):
            commands[f"{name} {mode}"] = [program, mode.split()[0], file]
    times = interleave(commands, runs)

    def row(what, one, other, bar=None):
        first, second = times[one], times[other]
        return Row(f"{kind}, one thread{what}", rate(size, first.median()), f"{other} {rate(size, second.median())}",
                   second.median() / first.median(), bar, spread=max(first.spread(), second.spread()))

    rows = []
    for name in simdjsons:
        rows.append(row(", the peer against itself", f"{name} full", f"{name} full again"))
        if kind == "chat":
            # Where lazy is not far ahead of full, full has been slowed by something else than its work.
            rows.append(row(", the peer is fair", f"{name} lazy", f"{name} full", 1.4))
        rows.append(row("", "tunekit", f"{name} full", ONE_THREAD[kind]))
        rows.append(row("", "tunekit", f"{name} lazy"))
    return rows


GROUPS = {kind: (lambda *given, kind=kind: one_thread(kind, *given)) for kind in KINDS}
