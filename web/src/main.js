// The page: a frame of header, filters, three views and the panel of what was picked.
import 'uplot/dist/uPlot.min.css';
import './style.css';
import { Charts } from './charts.js';
import { applyFilters, nameOf, provinceOf, readData, year } from './data.js';
import { showNode } from './detail.js';
import { choice, el } from './dom.js';
import { canDraw, labelOf, Network } from './graph.js';
import { Table } from './table.js';
import { fold, languageName, number, pick, setLanguage, word } from './words.js';

const raw = JSON.parse(document.getElementById('data').textContent);
const root = document.getElementById('page');
const data = readData(raw);
const years = data.facts.flatMap((fact) => (fact.begin ? [year(fact.begin), year(fact.end)] : []));
const MOST = [100, 300, 1000];
const state = {
  tab: 'network', picked: null, most: data.nodes.length > 400 ? 300 : Infinity, layout: startLayout(),
  filters: { from: null, to: null, place: '', statuses: new Set(['actual', 'estimate', 'target', 'forecast']),
    types: new Set(raw.types.map((type) => type.id).filter((id) => id !== 'document')) },
};

// Many places read best as a map; one or two as a network around them.
function startLayout() {
  return data.nodes.filter((node) => node.type === 'area' && node.facts > 0 && provinceOf(node) !== 'VN').length > 8 ? 'map' : 'force';
}

let network = null;
let charts = null;
let table = null;
const parts = {};

function build() {
  document.documentElement.lang = languageName();
  network?.sigma.kill();
  network = null;
  parts.canvas = el('div', { className: 'canvas', id: 'network' });
  parts.hint = el('p', { className: 'hint' }, canDraw() ? word('hint') : word('nowebgl'));
  parts.network = el('section', { className: 'view network' }, parts.canvas, tools(), parts.hint);
  parts.charts = el('section', { className: 'view charts' });
  parts.table = el('section', { className: 'view table' });
  parts.panel = el('aside', { className: 'panel', ariaLive: 'polite' });
  parts.filters = el('details', { className: 'filters', open: innerWidth > 900 }, el('summary', {}, word('filters')), ...filterControls());
  root.replaceChildren(header(), el('main', {}, parts.filters, el('div', { className: 'views' }, parts.network, parts.charts, parts.table), parts.panel));
  if (canDraw()) network = new Network(parts.canvas, raw.seats, choose);
  charts = new Charts(parts.charts, choose);
  table = new Table(parts.table, choose);
  update();
  openTab(state.tab);
  if (state.picked) choose(state.picked);
}

function header() {
  const totals = `${number(data.facts.length)} ${word('facts')} · ${number(data.documents.length)} ${word('documents')}`;
  parts.tabs = ['network', 'charts', 'table'].map((name) => el('button', { className: 'tab', role: 'tab', id: `tab-${name}`, onclick: () => openTab(name) }, word(name)));
  const switches = ['vi', 'en'].map((name) => el('button', { className: 'language', id: `language-${name}`, ariaPressed: String(languageName() === name),
    onclick: () => { setLanguage(name); build(); } }, name === 'vi' ? 'Tiếng Việt' : 'English'));
  return el('header', { className: 'top' }, el('div', { className: 'title' }, el('h1', {}, raw.title), el('small', {}, totals)),
    searchBox(), el('nav', { role: 'tablist' }, parts.tabs), el('div', { className: 'languages' }, switches));
}

function searchBox() {
  const results = el('ul', { className: 'results', hidden: true });
  const input = el('input', { type: 'search', id: 'search', placeholder: word('search'), ariaLabel: word('search'), autocomplete: 'off' });
  const close = () => { results.hidden = true; };
  const take = (node) => { input.value = nameOf(node); close(); reveal(node); };
  input.addEventListener('input', () => {
    const wanted = fold(input.value.trim());
    const starts = (node) => (node.folded.startsWith(wanted) ? 1 : 0);
    const found = wanted ? data.nodes.filter((node) => node.folded.includes(wanted)).sort((a, b) => starts(b) - starts(a) || b.facts - a.facts).slice(0, 12) : [];
    results.replaceChildren(...found.map((node) => el('li', {}, el('button', { colour: node.look.colour, className: 'found', onclick: () => take(node) },
      nameOf(node), el('small', {}, ` ${pick([node.look.vi, node.look.en])} · ${number(node.facts)} ${word('facts')}`)))));
    if (wanted && !found.length) results.append(el('li', { className: 'empty' }, word('nothing')));
    results.hidden = !wanted;
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') results.querySelector('button')?.click();
    if (event.key === 'Escape') close();
  });
  return el('div', { className: 'search' }, input, results);
}

function filterControls() {
  const { filters } = state;
  const counts = new Map();
  for (const node of data.nodes) counts.set(node.type, (counts.get(node.type) ?? 0) + 1);
  const box = (set, key, label, colour) => el('label', { className: 'check', colour },
    el('input', { type: 'checkbox', checked: set.has(key), name: key, onchange: (event) => { set[event.target.checked ? 'add' : 'delete'](key); update(); } }), label);
  const types = raw.types.filter((type) => counts.has(type.id)).map((type) => box(filters.types, type.id, `${pick([type.vi, type.en])} (${number(counts.get(type.id))})`, type.colour));
  const statuses = ['actual', 'estimate', 'target', 'forecast'].map((name) => box(filters.statuses, name, word(name)));
  const places = new Map(data.nodes.filter((node) => node.type === 'area' && !node.code.includes('/') && node.facts).map((node) => [node.code, nameOf(node)]));
  const span = years.length ? Array.from({ length: Math.min(200, Math.max(...years) - Math.min(...years) + 1) }, (_, index) => Math.min(...years) + index) : [];
  const limit = (name, label) => choice(label, [['', word('anyYear')], ...span.map((one) => [one, one])], filters[name] ?? '', (value) => { filters[name] = value ? Number(value) : null; update(); });
  return [el('fieldset', {}, el('legend', {}, word('types')), types),
    el('fieldset', { className: 'years' }, el('legend', {}, word('years')), limit('from', word('from')), limit('to', word('to'))),
    choice(word('province'), [['', word('everywhere')], ...[...places].sort((a, b) => a[1].localeCompare(b[1], 'vi'))], filters.place, (value) => { filters.place = value; update(); }),
    el('fieldset', {}, el('legend', {}, word('status')), statuses)];
}

function tools() {
  const limits = [...MOST.filter((limit) => limit < data.nodes.length).map((limit) => [limit, String(limit)]), [Infinity, word('all')]];
  return el('div', { className: 'tools' },
    choice(word('layout'), [['force', word('force')], ['map', word('map')]], state.layout, (value) => { state.layout = value; update(); }),
    limits.length > 1 ? choice(word('most'), limits, state.most, (value) => { state.most = Number(value); update(); }) : null,
    el('button', { onclick: () => network?.fit() }, word('fit')));
}

function update() {
  parts.now = applyFilters(data, state.filters);
  parts.stale = new Set(['network', 'charts', 'table']);
  refresh();
}

// Only the view that is open is drawn; the others when they are opened.
function refresh() {
  if (!parts.stale.has(state.tab)) return;
  parts.stale.delete(state.tab);
  const { facts, nodes, counts } = parts.now;
  if (state.tab === 'charts') charts.show(data, facts);
  if (state.tab === 'table') table.show(facts);
  if (state.tab === 'network' && network) {
    const most = [...nodes].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).slice(0, state.most);
    network.show(most, facts, data.links, state.layout);
    if (state.picked) network.pick(state.picked);
  }
}

function openTab(name) {
  // On a telephone the panel covers the view that was just asked for.
  if (name !== state.tab && innerWidth <= 900 && state.picked) choose(null);
  state.tab = name;
  for (const view of ['network', 'charts', 'table']) {
    parts[view].hidden = view !== name;
    parts.tabs.find((tab) => tab.id === `tab-${view}`).setAttribute('aria-selected', String(view === name));
  }
  refresh();
  if (name === 'network') network?.resize();
}

function choose(node) {
  state.picked = node;
  network?.pick(node);
  parts.hint.hidden = Boolean(node) && canDraw();
  parts.panel.classList.toggle('open', Boolean(node));
  if (!node) { parts.panel.replaceChildren(); } else showNode(parts.panel, node, parts.now.facts, reveal, () => choose(null));
  if (state.tab === 'network') network?.resize();
}

// Shows a thing wherever it was named: brings it into the picture if a limit or a filter keeps it out.
function reveal(node) {
  if (!state.filters.types.has(node.type)) { state.filters.types.add(node.type); parts.filters.replaceChildren(el('summary', {}, word('filters')), ...filterControls()); update(); }
  choose(node);
  if (!network || state.tab !== 'network') return;
  if (!network.graph.hasNode(node.index)) { state.most = Infinity; update(); network.pick(node); }
  if (network.graph.hasNode(node.index)) network.goTo(node);
}

setLanguage(raw.language);
build();
addEventListener('resize', () => { network?.resize(); if (state.tab === 'charts') charts.draw(); if (state.tab === 'table') table.draw(); });
// For tests and for the curious: where a thing stands on the screen.
globalThis.page = { data, state, reveal, labelOf, at: (id) => { const node = data.nodes.find((one) => one.id === id); return network.sigma.graphToViewport(network.sigma.getGraph().getNodeAttributes(node.index)); } };
