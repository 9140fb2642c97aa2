"""Judges a page with findings in a headless browser.

    python3 PageJudge.py PAGE

A copy of the page gets a script of ours behind its own, which uses the page as a reader does and writes what it saw into the page. Fails if
the browser logs anything, or something is not as it should be.
"""

import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

SCRIPT = """
<script>
(async () => {
  const seen = {};
  const element = (id) => document.getElementById(id);
  const wait = () => new Promise((done) => setTimeout(done, 50));
  const rows = () => [...element('rows').rows].map((row) => row.textContent);
  seen.all = element('shown').textContent;
  seen.rows = rows().length;
  element('search').value = 'TK401 assistant';
  element('search').dispatchEvent(new Event('input'));
  await wait();
  seen.found = rows();
  element('search').value = '';
  document.querySelector('[data-key=severity]').click();
  await wait();
  seen.first = element('rows').rows[0].cells[1].textContent;
  seen.sort = document.querySelector('[data-key=severity]').parentElement.getAttribute('aria-sort');
  document.querySelector('[data-key=severity]').click();
  await wait();
  seen.last = element('rows').rows[0].cells[1].textContent;
  element('after').click();
  seen.second = element('shown').textContent;
  seen.unlabelled = [...document.querySelectorAll('input, select')].filter((e) => !e.labels.length).length;
  seen.scopes = [...document.querySelectorAll('th')].every((e) => e.scope === 'col');
  // The contrast of text with what is behind it, as WCAG counts it.
  const light = (color) => {
    const [r, g, b] = color.match(/[0-9.]+/g).map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const back = (e) => {
    const color = getComputedStyle(e).backgroundColor;
    return color === 'rgba(0, 0, 0, 0)' && e.parentElement ? back(e.parentElement) : color;
  };
  seen.contrast = Math.min(...[...document.querySelectorAll('dt, dd, p, summary, span, td, th, a, caption, code, pre')].map((e) => {
    const [a, b] = [light(getComputedStyle(e).color), light(back(e))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  }));
  seen.requests = performance.getEntriesByType('resource').map((entry) => entry.name);
  const result = document.createElement('pre');
  result.id = 'seen';
  result.textContent = JSON.stringify(seen);
  document.body.append(result);
})();
</script>
"""


def look(page, folder, *options):
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--v=0",
        f"--user-data-dir={folder}/profile", "--virtual-time-budget=10000", *options, "--dump-dom", f"file://{page}",
    ]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    logged = [line for line in run.stderr.split("\n") if "CONSOLE" in line]
    assert not logged, logged
    return json.loads(html.unescape(re.search(r'<pre id="seen">(.*?)</pre>', run.stdout, re.S)[1]))


folder = tempfile.mkdtemp()
try:
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    page = os.path.join(folder, "page.html")
    with open(page, "w", encoding="utf-8") as file:
        file.write(text.replace("</body>", SCRIPT + "</body>"))
    for options in [["--window-size=1400,900"], ["--window-size=400,900", "--blink-settings=preferredColorScheme=0"]]:
        seen = look(page, folder, *options)
        assert re.fullmatch(r"1–100 of \d+ findings( \(\d+ were counted\))?", seen["all"]) and seen["rows"] == 100, seen
        assert seen["found"] and all("assistant" in row for row in seen["found"]), seen
        assert (seen["first"], seen["last"], seen["sort"]) == ("error", "info", "ascending"), seen
        assert seen["second"].startswith("101–"), seen
        assert seen["unlabelled"] == 0 and seen["scopes"] and seen["requests"] == [], seen
        assert seen["contrast"] >= 4.5, seen["contrast"]
        print({name: value for name, value in seen.items() if name != "found"})
finally:
    shutil.rmtree(folder, ignore_errors=True)
