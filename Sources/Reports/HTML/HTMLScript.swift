/// What a page does: it shows a hundred findings at a time, those that are searched for, in the order that is chosen.
enum HTMLScript {
  /// The script.
  static let text: VisibleText = #"""
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
    """#
}
