// Charts of one indicator: places ranked in a year, or one place over time with results, estimates and targets apart.
import uPlot from 'uplot';
import { nameOf, year } from './data.js';
import { choice, el } from './dom.js';
import { factItem } from './detail.js';
import { number, pick, short, word } from './words.js';

const COLOURS = { actual: '#0072b2', estimate: '#009e73', target: '#d55e00', forecast: '#a64d79' };
const SHAPES = { actual: 'disc', estimate: 'ring', target: 'diamond', forecast: 'square' };

export class Charts {
  constructor(box, onPick) { this.box = box; this.onPick = onPick; this.chosen = { indicator: null, area: '', series: null, year: null }; }

  show(data, facts) {
    this.data = data;
    this.facts = facts.filter((fact) => fact.target?.type === 'indicator' && fact.value !== null && fact.begin);
    this.draw();
  }

  draw() {
    const counts = tally(this.facts, (fact) => fact.target);
    const indicators = [...counts].sort((a, b) => b[1] - a[1]);
    if (!indicators.length) { this.box.replaceChildren(el('p', { className: 'empty' }, word('nochart'))); return; }
    const { chosen } = this;
    if (!indicators.some(([node]) => node === chosen.indicator)) {
      // Opened first: what can be compared best, an amount that many places state.
      chosen.indicator = best(indicators.map(([node]) => node), (node) => new Set(this.facts.filter((fact) => fact.target === node
        && fact.measure === 'level' && !fact.detail).map((fact) => fact.source)).size);
    }
    const mine = this.facts.filter((fact) => fact.target === chosen.indicator);
    const areas = [...tally(mine, (fact) => fact.source)].sort((a, b) => b[1] - a[1]);
    if (chosen.area && !areas.some(([node]) => node.id === chosen.area)) chosen.area = '';
    if (areas.length === 1) chosen.area = areas[0][0].id;
    const here = chosen.area ? mine.filter((fact) => fact.source.id === chosen.area) : mine;
    const kinds = [...tally(here, seriesOf)].sort((a, b) => b[1] - a[1]);
    if (!kinds.some(([key]) => key === chosen.series)) {
      chosen.series = best(kinds, ([key, n]) => n + (key.startsWith('level') ? 1000 : 0) + (key.includes('/year/') ? 3 : 0) + (key.endsWith('|') ? 2000 : 0))[0];
    }
    const shown = here.filter((fact) => seriesOf(fact) === chosen.series);
    const set = (name) => (value) => { chosen[name] = name === 'indicator' ? this.data.nodes[value] : value; this.draw(); };
    this.box.replaceChildren(
      el('div', { className: 'choices' },
        choice(word('indicator'), indicators.map(([node, n]) => [node.index, `${nameOf(node)} (${n})`]), chosen.indicator.index, set('indicator')),
        choice(word('province'), [['', word('everywhere')], ...areas.map(([node, n]) => [node.id, `${nameOf(node)} (${n})`])], chosen.area, set('area')),
        choice(word('series'), kinds.map(([key, n]) => [key, `${seriesName(here.find((fact) => seriesOf(fact) === key))} (${n})`]), chosen.series, set('series'))),
      ...(chosen.area ? this.overTime(shown) : this.ranking(shown)));
  }

  ranking(facts) {
    const years = [...tally(facts, (fact) => year(fact.end))].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
    const chosen = years.some(([one]) => String(one) === String(this.chosen.year)) ? Number(this.chosen.year) : years[0][0];
    // One bar a place: its result where there is one, else its estimate, its plan, a forecast.
    const order = ['actual', 'estimate', 'target', 'forecast'];
    const bars = new Map();
    for (const fact of facts.filter((one) => year(one.end) === chosen)) {
      const old = bars.get(fact.source);
      const better = !old || order.indexOf(fact.status) < order.indexOf(old.status)
        || (fact.status === old.status && (fact.end > old.end || (fact.end === old.end && fact.confidence > old.confidence)));
      if (better) bars.set(fact.source, fact);
    }
    const sorted = [...bars.values()].sort((a, b) => b.value - a.value);
    const largest = Math.max(...sorted.map((fact) => Math.abs(fact.value)), 1e-9);
    const rows = sorted.map((fact) => el('li', { onclick: () => this.onPick(fact.source) },
      el('span', { className: 'who' }, nameOf(fact.source)),
      el('span', { className: 'track' }, el('span', { className: 'bar', colour: COLOURS[fact.status], width: `${Math.max(0.4, 100 * Math.abs(fact.value) / largest)}%` })),
      el('span', { className: 'much' }, pick(fact.text), el('small', {}, ` ${pick(fact.period)}${fact.status === 'actual' ? '' : `, ${word(fact.status)}`}`))));
    return [
      el('h3', { className: 'charttitle' }, `${nameOf(this.chosen.indicator)} · ${word('ranking')} `,
        el('select', { ariaLabel: word('years'), onchange: (event) => { this.chosen.year = event.target.value; this.draw(); } },
          years.map(([one, n]) => [one, n]).sort((a, b) => b[0] - a[0]).map(([one, n]) => el('option', { value: one, selected: one === chosen }, `${one} (${n})`)))),
      legend(), el('ol', { className: 'bars' }, rows)];
  }

  overTime(facts) {
    const sorted = [...facts].sort((a, b) => a.end.localeCompare(b.end));
    const box = el('div', { className: 'plot' });
    const list = el('ol', { className: 'facts' }, [...sorted].reverse().slice(0, 60).map((fact) => factItem(fact, fact.source, this.onPick)));
    requestAnimationFrame(() => plot(box, sorted));
    return [el('h3', { className: 'charttitle' }, `${nameOf(this.chosen.indicator)} · ${nameOf(sorted[0].source)} · ${seriesName(sorted[0])}`), legend(), box, list];
  }
}

// What may share an axis: the same measure, unit, kind of period and part of the whole.
const seriesOf = (fact) => `${fact.measure}/${fact.grain}/${pick(fact.unit)}|${fact.detail ? pick(fact.detail) : ''}`;

function seriesName(fact) {
  const grain = fact.grain.startsWith('months') ? `${fact.grain.slice(7, 9)}-${fact.grain.slice(10)}` : word(fact.grain);
  return [word(fact.measure), pick(fact.unit), grain, fact.detail ? pick(fact.detail) : ''].filter(Boolean).join(', ');
}

function plot(box, facts) {
  // A figure of a whole year stands where the year's number is written.
  const when = (fact) => Date.parse(fact.grain === 'year' || fact.grain === 'span' ? `${fact.end.slice(0, 4)}-01-01` : fact.end) / 1000;
  const times = [...new Set(facts.map(when))].sort((a, b) => a - b);
  const at = new Map(times.map((time, index) => [time, index]));
  const rows = Object.keys(COLOURS).map((status) => {
    const row = Array(times.length).fill(null);
    for (const fact of facts) if (fact.status === status) row[at.get(when(fact))] = fact.value;
    return [status, row];
  }).filter(([, row]) => row.some((value) => value !== null));
  const wide = box.clientWidth || 600;
  const margin = times.length > 1 ? (times.at(-1) - times[0]) * 0.06 : 180 * 86400;
  new uPlot({
    width: wide, height: Math.min(360, Math.max(220, wide * 0.5)), legend: { show: false }, cursor: { drag: { x: true, y: false } },
    scales: { x: { range: () => [times[0] - margin, times.at(-1) + margin] }, y: { range: (_, low, high) => (low >= 0 ? [0, high * 1.15 || 1] : [low * 1.15, Math.max(0, high) * 1.15 || 1]) } },
    axes: [{ stroke: '#556', grid: { stroke: '#eef0f2' } }, { stroke: '#556', size: 92, grid: { stroke: '#eef0f2' }, values: (_, ticks) => ticks.map(short) }],
    series: [{}, ...rows.map(([status]) => ({ label: word(status), stroke: COLOURS[status], width: 2, spanGaps: true,
      dash: status === 'actual' ? undefined : [6, 4], points: { show: (chart, index) => { dots(chart, index, status); return false; } } }))],
  }, [times, ...rows.map(([, row]) => row)], box);
}

function dots(chart, index, status) {
  const { ctx } = chart;
  const size = 5 * devicePixelRatio;
  ctx.save();
  ctx.fillStyle = status === 'estimate' ? '#fff' : COLOURS[status];
  ctx.strokeStyle = COLOURS[status];
  ctx.lineWidth = 2 * devicePixelRatio;
  chart.data[index].forEach((value, place) => {
    if (value === null) return;
    const x = chart.valToPos(chart.data[0][place], 'x', true);
    const y = chart.valToPos(value, 'y', true);
    ctx.beginPath();
    if (SHAPES[status] === 'diamond') { ctx.moveTo(x, y - size * 1.3); ctx.lineTo(x + size * 1.3, y); ctx.lineTo(x, y + size * 1.3); ctx.lineTo(x - size * 1.3, y); ctx.closePath(); }
    else if (SHAPES[status] === 'square') ctx.rect(x - size, y - size, 2 * size, 2 * size);
    else ctx.arc(x, y, size, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  });
  ctx.restore();
}

const legend = () => el('p', { className: 'legend' }, Object.keys(COLOURS).map((status) => el('span', { className: `key ${SHAPES[status]}`, colour: COLOURS[status] }, word(status))));

function tally(items, key) {
  const counts = new Map();
  for (const item of items) { const name = key(item); if (name !== null && name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1); }
  return counts;
}

const best = (items, score) => items.reduce((leading, item) => (score(item) > score(leading) ? item : leading));
