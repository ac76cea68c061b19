// The fact table: only the rows in view are in the document, so that twenty thousand scroll like fifty.
import { nameOf } from './data.js';
import { el } from './dom.js';
import { evidence } from './detail.js';
import { fold, number, pick, word } from './words.js';

const HEIGHT = 34;
const COLUMNS = ['who', 'what', 'figure', 'period', 'status', 'document'];

export class Table {
  constructor(box, onPick) {
    this.box = box;
    this.onPick = onPick;
    this.order = { column: null, down: false };
    this.query = '';
    this.open = null;
  }

  show(facts) {
    this.facts = facts.map((fact) => ({ fact, cells: cellsOf(fact) }));
    for (const row of this.facts) row.folded = fold(`${row.cells.join(' | ')} | ${row.fact.claims.map((claim) => claim.sentence).join(' ')}`);
    const filter = el('input', { type: 'search', className: 'filter', placeholder: word('matching'), ariaLabel: word('matching'), value: this.query,
      oninput: () => { this.query = filter.value; this.select(); } });
    this.count = el('span', { className: 'count' });
    this.head = el('div', { className: 'row head', role: 'row' });
    this.body = el('div', { className: 'rows' });
    this.scroller = el('div', { className: 'scroller', tabIndex: 0, onscroll: () => this.draw() }, this.head, this.body);
    this.box.replaceChildren(el('div', { className: 'choices' }, filter, this.count), this.scroller);
    this.select();
  }

  select() {
    const words = fold(this.query).split(/\s+/).filter(Boolean);
    this.rows = this.facts.filter((row) => words.every((one) => row.folded.includes(one)));
    const { column, down } = this.order;
    if (column !== null) {
      const key = (row) => (COLUMNS[column] === 'figure' ? row.fact.value ?? -Infinity : COLUMNS[column] === 'period' ? row.fact.end ?? '' : fold(row.cells[column]));
      this.rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) * (down ? -1 : 1));
    }
    this.count.textContent = `${number(this.rows.length)} ${word('facts')}`;
    this.open = null;
    this.scroller.scrollTop = 0;
    this.head.replaceChildren(...COLUMNS.map((name, index) => el('button', { className: 'cell', role: 'columnheader', onclick: () => this.sort(index) },
      word(name), index === column ? (down ? ' ↓' : ' ↑') : '')));
    this.draw();
  }

  sort(index) {
    this.order = { column: index, down: this.order.column === index ? !this.order.down : COLUMNS[index] === 'figure' };
    this.select();
  }

  draw() {
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / HEIGHT) - 10);
    const last = Math.min(this.rows.length, first + Math.ceil((this.scroller.clientHeight || 600) / HEIGHT) + 20);
    this.body.style.paddingTop = `${first * HEIGHT}px`;
    this.body.style.paddingBottom = `${Math.max(0, (this.rows.length - last) * HEIGHT)}px`;
    this.body.replaceChildren(...this.rows.slice(first, last).flatMap((row) => this.row(row)));
  }

  row(row) {
    const { fact, cells } = row;
    const line = el('div', { className: `row${this.open === row ? ' open' : ''}`, role: 'row', tabIndex: 0,
      onclick: () => { this.open = this.open === row ? null : row; this.draw(); },
      onkeydown: (event) => { if (event.key === 'Enter') line.click(); } },
    cells.map((text, index) => el('span', { className: `cell ${COLUMNS[index]}${index === 4 && fact.status ? ` status ${fact.status}` : ''}`, role: 'cell', title: text }, text)));
    if (this.open !== row) return [line];
    return [line, el('div', { className: 'opened' }, evidence(fact),
      el('button', { className: 'plain', onclick: () => this.onPick(fact.source) }, `→ ${fact.source ? nameOf(fact.source) : ''}`))];
  }
}

const cellsOf = (fact) => [
  fact.source ? nameOf(fact.source) : '', [pick(fact.label), fact.detail && pick(fact.detail)].filter(Boolean).join(', '), pick(fact.text),
  pick(fact.period) ?? '', fact.status ? word(fact.status) : '', fact.claims[0]?.doc.title ?? '',
];
