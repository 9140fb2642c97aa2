"""Judges a page with very many findings: what is searched and sorted is right, and takes much less time than to look at each finding.

    python3 LargePageJudge.py PAGE FINDINGS

The page that is judged is PAGE with so many findings, which differ from its own in their lines.
"""

import json
import os
import re
import sys
import tempfile

sys.dont_write_bytecode = True
from Browser import Browser

# Prepares `plain`, a search that looks at each finding, as slow as that is, and `settled`, which waits for the page.
PLAIN = """
(() => {
  const {rules, files, findings} = JSON.parse(document.getElementById('data').textContent);
  const message = (row) => rules[row[1]][2].replace(/\\{(\\d)\\}/g, (_, index) => row[6 + Number(index)] ?? '');
  const text = (row) => [
    files[row[0]] + (row[3] ? ':' + row[3] + ':' + row[4] : ''), rules[row[1]][0] + ' ' + rules[row[1]][1], message(row), row[5],
  ].join(' ').toLowerCase();
  window.plain = (query) => {
    const words = query.toLowerCase().split(/\\s+/).filter(Boolean);
    const start = performance.now();
    const count = findings.filter((row) => words.every((word) => text(row).includes(word))).length;
    return [count, performance.now() - start];
  };
  window.shown = () => document.getElementById('shown').textContent;
  window.settled = async (act) => {
    const start = performance.now();
    act();
    let pauses = 0, last = start;
    do {
      await new Promise((done) => setTimeout(done));
      pauses = Math.max(pauses, performance.now() - last);
      last = performance.now();
    } while (shown().includes('…'));
    return [shown(), performance.now() - start, pauses];
  };
  window.search = (query) => settled(() => {
    const field = document.getElementById('search');
    field.value = query;
    field.dispatchEvent(new Event('input'));
  });
  window.sort = async (key) => [
    ...await settled(() => document.querySelector(`[data-key=${key}]`).click()),
    [...document.getElementById('rows').rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
  ];
})()
"""

path, number = sys.argv[1], int(sys.argv[2])
with open(path, encoding="utf-8") as file:
    text = file.read()
beginning, data, end = re.fullmatch(r'(.*<script type="application/json" id="data">)(.*?)(</script>.*)', text, re.S).groups()
data = json.loads(data)
own = data["findings"]
data["findings"] = [[*own[i % len(own)][:3], i + 1, *own[i % len(own)][4:]] for i in range(number)]
data["counted"] = number
folder = tempfile.TemporaryDirectory()
page = os.path.join(folder.name, "large.html")
with open(page, "w", encoding="utf-8") as file:
    file.write(beginning + json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003C") + end)
with Browser() as browser:
    loaded = browser.open(page)
    print(f"{number} findings, {os.path.getsize(page) / 1e6:.0f} MB: shown after {loaded:.2f} s")
    browser.evaluate(PLAIN)
    assert browser.evaluate("shown()") == f"1–100 of {number:,} findings"
    # The texts that are searched are made once.
    browser.evaluate("search('zzzz')")
    slowest = 0
    for query in ["a", "role", "tk401 assistant", "is neither 'user'", ":4242:", "zzzz", "/contents/1/ROLE"]:
        count, plain = browser.evaluate(f"plain({json.dumps(query)})")
        # The fastest of some: other programs run beside it.
        tries = [browser.evaluate(f"search({json.dumps(query)})") for _ in range(4)]
        status, time, pause = min(tries, key=lambda found: found[1])
        assert status.endswith(f"{count:,} findings"), (query, status, count)
        assert time < plain / 2, (query, time, plain)
        slowest = max(slowest, time)
        print(f"search {query!r}: {time:.0f} ms, the longest pause {pause:.0f} ms; each by itself: {plain:.0f} ms")
    browser.evaluate("search('')")
    for key, column in [("message", 3), ("pointer", 4), ("rule", 2), ("severity", 1)]:
        _, first, _, rows = browser.evaluate(f"sort('{key}')")
        _, again, _, turned = browser.evaluate(f"sort('{key}')")
        print(f"sort by {key}: {first:.0f} ms, again {again:.0f} ms")
        values = [row[column] for row in rows]
        if key != "severity" and key != "message":
            assert values == sorted(values) and values[0] <= turned[0][column], values
        assert again <= first + 100, (key, first, again)
    assert browser.logged() == [], browser.logged()
