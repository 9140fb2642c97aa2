/// What all pages have in common.
enum HTMLPage {
  /// What goes before the content: nothing is loaded from elsewhere, and the page says so to the browser.
  static let beginning: VisibleText = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
    script-src 'unsafe-inline'; img-src data:">
    <link rel="icon" href="data:,">
    <title>tunekit report</title>
    <style>
    :root {
      color-scheme: light dark;
      --paper: #fff; --ink: #1b1f24; --quiet: #525b66; --line: #c9d0d8; --shade: #f3f5f7;
      --error: #a3211a; --warning: #744a00; --info: #0b4fb3;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14171a; --ink: #e6e8ea; --quiet: #aab2bb; --line: #3d444d; --shade: #1f2429;
        --error: #ffb4ab; --warning: #f2c572; --info: #a8c7fa;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; max-width: 84rem; padding: 1rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, sans-serif;
    }
    h1 { font-size: 1.5rem; margin: 0 0 .75rem; }
    h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
    dl { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin: 0 0 .75rem; }
    dl div { min-width: 6rem; }
    dt, .help, #shown { color: var(--quiet); }
    dt { font-size: .875rem; }
    dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
    details { border: 1px solid var(--line); border-radius: .375rem; margin: .375rem 0; padding: .375rem .75rem; }
    summary { cursor: pointer; overflow-wrap: anywhere; }
    p, li { overflow-wrap: anywhere; }
    pre, code, td.place { font-family: ui-monospace, monospace; font-size: .875rem; }
    pre { background: var(--shade); padding: .5rem; overflow-x: auto; }
    a { color: var(--info); }
    .error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
    .number { font-weight: 600; }
    form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin-bottom: .5rem; }
    label { display: grid; font-size: .875rem; }
    input, select, button {
      font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet);
      border-radius: .25rem; padding: .25rem .5rem; max-width: 100%;
    }
    button { cursor: pointer; }
    button:disabled { opacity: .6; cursor: default; }
    :focus-visible { outline: 3px solid var(--info); outline-offset: 1px; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: start; color: var(--quiet); padding: .25rem 0; }
    th, td { text-align: start; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid var(--line); }
    th button { border: 0; padding: 0; font-weight: 600; white-space: nowrap; }
    td { overflow-wrap: anywhere; min-width: 6rem; }
    td.message { min-width: 16rem; }
    </style>
    </head>
    <body>

    """

  /// The table of all findings, whose rows the script makes.
  static let table: VisibleText = """
    <section aria-labelledby="all">
    <h2 id="all">All findings</h2>
    <form role="search" aria-label="Findings">
    <label>Search <input type="search" id="search" autocomplete="off"></label>
    <label>Severity <select id="severity"><option value="">all</option><option value="2">error</option>\
    <option value="1">warning</option><option value="0">info</option></select></label>
    <label>Rule <select id="rule"><option value="">all</option></select></label>
    <button type="button" id="before">Previous</button>
    <button type="button" id="after">Next</button>
    </form>
    <p id="shown" role="status"></p>
    <div class="table" role="region" aria-labelledby="all" tabindex="0">
    <table>
    <caption>A heading sorts by its column; once more reverses the order.</caption>
    <thead><tr>
    <th scope="col"><button type="button" data-key="place">Place</button></th>
    <th scope="col"><button type="button" data-key="severity">Severity</button></th>
    <th scope="col"><button type="button" data-key="rule">Rule</button></th>
    <th scope="col"><button type="button" data-key="message">What is wrong</button></th>
    <th scope="col"><button type="button" data-key="pointer">JSON Pointer</button></th>
    </tr></thead>
    <tbody id="rows"></tbody>
    </table>
    </div>
    <noscript><p>The table needs JavaScript, which this page has in itself.</p></noscript>
    </section>

    """

  /// What follows the data: the script, which shows a hundred rows at a time.
  static let end: VisibleText = #"""
    <script>
    (() => {
      const {rules, files, findings, counted} = JSON.parse(document.getElementById('data').textContent);
      const element = (id) => document.getElementById(id);
      const names = ['info', 'warning', 'error'];
      const step = 100, slice = 50000;
      const number = new Intl.NumberFormat('en');
      const place = (row) => files[row[0]] + (row[3] ? ':' + row[3] + ':' + row[4] : '');
      const code = (row) => rules[row[1]][0] + ' ' + rules[row[1]][1];
      const message = (row) => rules[row[1]][2].replace(/\{(\d)\}/g, (_, index) => row[6 + Number(index)] ?? '');
      const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
      const orders = {
        place: (a, b) => a[0] - b[0] || a[3] - b[3] || a[4] - b[4],
        severity: (a, b) => b[2] - a[2],
        rule: (a, b) => a[1] - b[1],
        message: (a, b) => a[1] - b[1] || compare(a.slice(6).join(), b.slice(6).join()),
        pointer: (a, b) => compare(a[5], b[5]),
      };
      let shown = findings, first = 0, key = '', turned = false, search = 0;

      const cell = (row, text, name) => {
        const cell = row.insertCell();
        cell.textContent = text;
        cell.className = name;
      };
      const show = () => {
        const body = element('rows');
        body.textContent = '';
        for (const finding of shown.slice(first, first + step)) {
          const row = body.insertRow();
          cell(row, place(finding), 'place');
          cell(row, names[finding[2]], names[finding[2]]);
          cell(row, code(finding), '');
          cell(row, message(finding), 'message');
          cell(row, finding[5], 'place');
        }
        const last = Math.min(first + step, shown.length);
        const rows = shown.length ? number.format(first + 1) + '–' + number.format(last) + ' of ' : '';
        const kept = counted > findings.length ? ' (' + number.format(counted) + ' were counted)' : '';
        element('shown').textContent = rows + number.format(shown.length) + ' findings' + kept;
        element('before').disabled = first === 0;
        element('after').disabled = last === shown.length;
      };
      const update = async () => {
        const mine = ++search;
        const words = element('search').value.toLowerCase().split(' ').filter(Boolean);
        const [severity, rule] = [element('severity').value, element('rule').value];
        let found = findings;
        if (words.length || severity || rule) {
          found = [];
          for (let start = 0; start < findings.length; start += slice) {
            for (const row of findings.slice(start, start + slice)) {
              if (severity && row[2] !== Number(severity) || rule && row[1] !== Number(rule)) continue;
              if (words.length) {
                const text = [place(row), code(row), message(row), row[5]].join(' ').toLowerCase();
                if (!words.every((word) => text.includes(word))) continue;
              }
              found.push(row);
            }
            await new Promise((done) => setTimeout(done));
            if (mine !== search) return;
          }
        }
        if (key) {
          found = found.slice().sort(orders[key]);
          if (turned) found.reverse();
        }
        [shown, first] = [found, 0];
        show();
      };

      rules.forEach((rule, index) => {
        const option = document.createElement('option');
        [option.value, option.textContent] = [index, rule[0] + ' ' + rule[1]];
        element('rule').append(option);
      });
      for (const id of ['search', 'severity', 'rule']) element(id).addEventListener('input', update);
      document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
      element('before').addEventListener('click', () => { first = Math.max(0, first - step); show(); });
      element('after').addEventListener('click', () => { first += step; show(); });
      for (const button of document.querySelectorAll('th button')) {
        button.addEventListener('click', () => {
          turned = key === button.dataset.key && !turned;
          key = button.dataset.key;
          for (const heading of document.querySelectorAll('th')) heading.removeAttribute('aria-sort');
          button.parentElement.setAttribute('aria-sort', turned ? 'descending' : 'ascending');
          update();
        });
      }
      show();
    })();
    </script>
    </body>
    </html>

    """#
}
