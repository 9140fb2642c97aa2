"""Judges a page with findings in a headless browser, as a reader sees and uses it.

    python3 PageJudge.py PAGE STATISTICS [FOLDER]

STATISTICS is what `tunekit stats --format json` says of the same files. Pictures of the page go to FOLDER. Fails if the browser logs
anything, if axe finds something that keeps people out, or if something is not as it should be.
"""

import importlib.util
import json
import os
import re
import sys

sys.dont_write_bytecode = True
from Browser import Browser

USE = """
(async () => {
  const seen = {};
  const element = (id) => document.getElementById(id);
  const settled = async () => {
    do await new Promise((done) => setTimeout(done, 20)); while (element('shown').textContent.includes('…'));
  };
  const rows = () => [...element('rows').rows].map((row) => row.textContent);
  seen.all = element('shown').textContent;
  seen.rows = rows().length;
  element('search').value = 'TK401 assistant';
  element('search').dispatchEvent(new Event('input'));
  await settled();
  seen.found = rows();
  element('search').value = '';
  const sort = async (key) => {
    const button = document.querySelector(`[data-key=${key}]`);
    button.click();
    await settled();
    return [element('rows').rows[0].textContent, button.parentElement.getAttribute('aria-sort')];
  };
  seen.sorts = {};
  for (const key of ['place', 'severity', 'rule', 'message', 'pointer', 'severity']) seen.sorts[key] = await sort(key);
  seen.turned = await sort('severity');
  element('after').click();
  seen.second = element('shown').textContent;
  element('before').click();
  return seen;
})()
"""

LOOK = """
(() => {
  const seen = {};
  seen.unlabelled = [...document.querySelectorAll('input, select')].filter((e) => !e.labels.length).length;
  seen.scopes = [...document.querySelectorAll('th')].every((e) => e.scope === (e.closest('tbody') ? 'row' : 'col'));
  seen.overflow = document.documentElement.scrollWidth - innerWidth;
  // Text of pictures can be read, and stays in them.
  const texts = [...document.querySelectorAll('figure svg text')].map((e) => [e.getBoundingClientRect(), e.ownerSVGElement.getBoundingClientRect()]);
  seen.textHeights = [Math.min(...texts.map(([a]) => a.height)), Math.max(...texts.map(([a]) => a.height))];
  seen.outside = texts.filter(([a, b]) => a.left < b.left - 1 || a.right > b.right + 1 || a.top < b.top - 1 || a.bottom > b.bottom + 1).length;
  // The contrast of text with what is behind it, as WCAG counts it: axe does not judge all of it.
  const light = (color) => {
    const [r, g, b] = color.match(/[0-9.]+/g).map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const back = (e) => {
    const color = getComputedStyle(e).backgroundColor;
    return color === 'rgba(0, 0, 0, 0)' && e.parentElement ? back(e.parentElement) : color;
  };
  const contrast = (e, property) => {
    const [a, b] = [light(getComputedStyle(e)[property]), light(back(property === 'color' ? e : e.parentElement))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const least = (names, property) => Math.min(...[...document.querySelectorAll(names)].map((e) => contrast(e, property)));
  seen.contrast = least('dt, dd, p, summary, span:not(.swatch), td, th, a, caption, code, pre', 'color');
  seen.contrastInPictures = [least('figure text', 'fill'), least('figure rect', 'fill')];
  seen.examples = [...document.querySelectorAll('dl div')].find((e) => e.textContent.startsWith('examples')).querySelector('dd').textContent;
  seen.figures = Object.fromEntries([...document.querySelectorAll('figure')].map((e) => [e.querySelector('h3').id, {
    words: e.querySelector('p').textContent,
    bars: e.querySelectorAll('rect').length,
    rows: [...e.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent)),
  }]));
  return seen;
})()
"""


def axe():
    """The script of axe, and None without its package."""
    spec = importlib.util.find_spec("axe_playwright_python")
    if spec is None:
        return None
    with open(os.path.join(spec.submodule_search_locations[0], "axe.min.js"), encoding="utf-8") as file:
        return file.read()


def words(numbers):
    return "{min:,} to {max:,}, the median {p50:,}, 95 % at most {p95:,}.".format(**numbers)


page, statistics, *folder = sys.argv[1:]
with open(statistics, encoding="utf-8") as file:
    datasets = json.load(file)["datasets"]
script = axe()
with Browser() as browser:
    for width, dark in [(1400, False), (400, True), (1400, True), (400, False)]:
        browser.open(page, width=width, dark=dark)
        seen = browser.evaluate(LOOK)
        assert seen["unlabelled"] == 0 and seen["scopes"] and seen["overflow"] <= 0, seen
        assert seen["textHeights"][0] >= 11 and seen["textHeights"][1] <= 24 and seen["outside"] == 0, seen
        text, bars = seen["contrastInPictures"]
        assert min(seen["contrast"], text) >= 4.5 and bars >= 3, seen
        assert set(seen["figures"]) == {"tokens", "turns", "lengths"}, seen
        for name, figure in seen["figures"].items():
            counts = [sum(int(row[1 + 2 * index].replace(",", "")) for row in figure["rows"]) for index in range(len(datasets))]
            if name == "lengths":
                assert sum(counts) == int(seen["examples"].replace(",", "")), (counts, seen["examples"])
                continue
            for count, dataset in zip(counts, datasets):
                numbers = dataset["tokens"]["total"] if name == "tokens" else dataset["turns"]
                assert count == numbers["count"] == dataset["examples"], (name, count, numbers)
                assert words(numbers) in figure["words"], (figure["words"], words(numbers))
            assert figure["bars"] == len(figure["rows"]) * len(datasets), figure
        if script and (width, dark) in [(1400, False), (400, True)]:
            browser.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
            browser.evaluate(script + "; 0")
            verdict = browser.evaluate("axe.run().then((found) => ({violations: found.violations, passes: found.passes.length}))")
            found = [(rule["id"], [node["html"][:200] for node in rule["nodes"][:5]]) for rule in verdict["violations"]]
            assert not found and verdict["passes"] > 20, found
            browser.open(page, width=width, dark=dark)
        if folder:
            browser.screenshot(os.path.join(folder[0], f"{width}-{'dark' if dark else 'light'}.png"))
        if (width, dark) in [(1400, False), (400, True)]:
            seen = browser.evaluate(USE)
            assert re.fullmatch(r"1–100 of \d+ findings( \(\d+ were counted\))?", seen["all"]) and seen["rows"] == 100, seen
            assert seen["found"] and all("assistant" in row for row in seen["found"]), seen
            assert "error" in seen["sorts"]["severity"][0] and seen["sorts"]["severity"][1] == "ascending", seen
            assert "info" in seen["turned"][0] and seen["turned"][1] == "descending", seen
            assert seen["second"].startswith("101–"), seen
        assert browser.logged() == [] and browser.requested() == [], (browser.logged(), browser.requested())
        print(width, "dark" if dark else "light", "axe" if script else "no axe", seen["textHeights"] if "textHeights" in seen else "")
