/// What a page does: it shows a hundred findings at a time, those that are searched for, in the order that is chosen.
///
/// A million findings can be looked through. What is searched is one text for a thousand findings, and columns are sorted by the ranks
/// of their texts, so a search takes about 0.1 s, and sorting about 1 s the first time.
enum HTMLScript {
  /// The script.
  static let text: VisibleText = #"""
    (() => {
      const {rules, files, findings, counted} = JSON.parse(document.getElementById('data').textContent);
      const element = (id) => document.getElementById(id);
      const names = ['info', 'warning', 'error'];
      const step = 100, block = 1000, most = findings.length;
      const number = new Intl.NumberFormat('en');
      const rest = () => new Promise((done) => setTimeout(done));
      const codes = rules.map((rule) => rule[0] + ' ' + rule[1]);
      // Words, and between them the numbers of arguments.
      const templates = rules.map((rule) => rule[2].split(/\{(\d)\}/));
      const place = (row) => files[row[0]] + (row[3] ? ':' + row[3] + ':' + row[4] : '');
      const message = (row) => {
        const words = templates[row[1]];
        let text = words[0];
        for (let index = 1; index < words.length; index += 2) {
          text += (row[6 + Number(words[index])] ?? '') + words[index + 1];
        }
        return text;
      };
      // The findings that are shown, by their numbers; null for all.
      let shown = null, first = 0, key = '', turned = false, current = 0;

      const cell = (row, text, name) => {
        const cell = row.insertCell();
        cell.textContent = text;
        cell.className = name;
      };
      const show = (goesOn) => {
        const count = shown ? shown.length : most;
        const last = Math.min(first + step, count);
        const rows = document.createElement('tbody');
        for (let index = first; index < last; index += 1) {
          const finding = findings[shown ? shown[index] : index];
          const row = rows.insertRow();
          cell(row, place(finding), 'place');
          cell(row, names[finding[2]], names[finding[2]]);
          cell(row, codes[finding[1]], '');
          cell(row, message(finding), 'message');
          cell(row, finding[5], 'place');
        }
        element('rows').replaceChildren(...rows.rows);
        const range = count ? number.format(first + 1) + '–' + number.format(last) + ' of ' : '';
        const kept = counted > most ? ' (' + number.format(counted) + ' were counted)' : '';
        const end = goesOn ? ' so far …' : '';
        element('shown').textContent = range + number.format(count) + ' findings' + kept + end;
        element('before').disabled = first === 0;
        element('after').disabled = last === count;
      };

      // What is searched: the texts of a block of findings one after another, and where each ends.
      const texts = [];
      const text = (start) => texts[start / block] ??= (() => {
        const rows = findings.slice(start, start + block);
        const line = (row) => [place(row), codes[row[1]], message(row), row[5]].join(' ').toLowerCase();
        const lines = rows.map(line);
        let end = 0;
        return [lines.join('\n'), Uint32Array.from(lines, (line) => end += line.length + 1)];
      })();
      const collect = (start, words, fits, found) => {
        if (!words.length) {
          for (let index = start; index < Math.min(start + block, most); index += 1) {
            if (fits(findings[index])) found.push(index);
          }
          return;
        }
        const [all, ends] = text(start);
        const [word, ...others] = words;
        for (let line = 0, at = all.indexOf(word); at >= 0; at = all.indexOf(word, ends[line])) {
          while (ends[line] <= at) line += 1;
          const own = others.length ? all.slice(line ? ends[line - 1] : 0, ends[line]) : '';
          const isFound = others.every((other) => own.includes(other)) && fits(findings[start + line]);
          if (isFound) found.push(start + line);
        }
      };

      // The numbers of all findings in the order of a column, which is made once.
      const ranked = (name) => {
        const ids = new Map();
        const ofRows = Uint32Array.from(findings, (row) => {
          const text = name(row);
          let id = ids.get(text);
          if (id === undefined) ids.set(text, id = ids.size);
          return id;
        });
        const ranks = new Uint32Array(ids.size);
        [...ids.keys()].sort().forEach((text, rank) => ranks[ids.get(text)] = rank);
        return ofRows.map((id) => ranks[id]);
      };
      const columns = {
        place: () => new Uint32Array(most),
        severity: () => Uint32Array.from(findings, (row) => 2 - row[2]),
        rule: () => Uint32Array.from(findings, (row) => row[1]),
        message: () => ranked((row) => String.fromCharCode(row[1]) + row.slice(6).join()),
        pointer: () => ranked((row) => row[5]),
      };
      const orders = {};
      const order = (key) => orders[key] ??= (() => {
        const ranks = columns[key]();
        const ends = new Uint32Array(ranks.reduce((a, b) => Math.max(a, b), 0) + 2);
        for (const rank of ranks) ends[rank + 1] += 1;
        for (let rank = 1; rank < ends.length; rank += 1) ends[rank] += ends[rank - 1];
        const numbers = new Uint32Array(most);
        ranks.forEach((rank, index) => numbers[ends[rank]++] = index);
        return numbers;
      })();
      const sorted = (found) => {
        let all = order(key);
        if (found) {
          const isFound = new Uint8Array(most);
          for (const index of found) isFound[index] = 1;
          all = all.filter((index) => isFound[index]);
        }
        return turned ? all.slice().reverse() : all;
      };

      const update = async () => {
        const mine = ++current;
        const words = element('search').value.toLowerCase().split(/\s+/).filter(Boolean);
        words.sort((a, b) => b.length - a.length);
        const [severity, rule] = [element('severity').value, element('rule').value];
        const fits = (row) => !(severity && row[2] !== Number(severity) || rule && row[1] !== Number(rule));
        let found = null;
        if (words.length || severity || rule) {
          found = [];
          let pause = performance.now() + 50;
          for (let start = 0; start < most; start += block) {
            collect(start, words, fits, found);
            if (performance.now() < pause) continue;
            [shown, first] = [found, 0];
            show(true);
            await rest();
            if (mine !== current) return;
            pause = performance.now() + 50;
          }
        }
        if (key) {
          if (!orders[key]) {
            element('shown').textContent = 'Sorting …';
            await rest();
            if (mine !== current) return;
          }
          found = sorted(found);
        }
        [shown, first] = [found, 0];
        show(false);
      };
      // Makes the texts while nothing else is to be done, so that the first search finds them.
      const prepare = (start) => {
        const end = performance.now() + 20;
        for (; start < most && performance.now() < end; start += block) text(start);
        if (start < most) setTimeout(() => prepare(start), 20);
      };

      codes.forEach((code, index) => {
        const option = document.createElement('option');
        [option.value, option.textContent] = [index, code];
        element('rule').append(option);
      });
      for (const id of ['search', 'severity', 'rule']) element(id).addEventListener('input', update);
      document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
      const turn = (by) => {
        first = Math.max(0, first + by);
        show(false);
      };
      element('before').addEventListener('click', () => turn(-step));
      element('after').addEventListener('click', () => turn(step));
      for (const button of document.querySelectorAll('th button')) {
        button.addEventListener('click', () => {
          turned = key === button.dataset.key && !turned;
          key = button.dataset.key;
          for (const heading of document.querySelectorAll('th')) heading.removeAttribute('aria-sort');
          button.parentElement.setAttribute('aria-sort', turned ? 'descending' : 'ascending');
          update();
        });
      }
      show(false);
      prepare(0);
    })();
    """#
}
