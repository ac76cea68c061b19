// The panel of one thing: what it is, its facts, and for each fact the sentences that say it, the figure marked.
import { nameOf } from './data.js';
import { el, link } from './dom.js';
import { number, pick, word } from './words.js';

const PAGE = 40;

export function showNode(box, node, facts, onPick, onClose) {
  const own = facts.filter((fact) => fact.source === node || fact.target === node || fact.partner === node);
  own.sort((a, b) => (b.end ?? '').localeCompare(a.end ?? ''));
  box.replaceChildren(
    el('header', { className: 'thing', colour: node.look.colour },
      el('button', { className: 'close', ariaLabel: word('close'), onclick: onClose }, '×'),
      el('span', { className: 'kind' }, pick([node.look.vi, node.look.en])),
      el('h2', {}, nameOf(node)),
      el('p', { className: 'about' }, [node.headline && pick(node.headline), node.sub, node.day].filter(Boolean).join(' · ')),
      node.names?.length ? el('p', { className: 'about' }, node.names.join(' · ')) : null,
      node.url ? el('p', { className: 'about' }, link(node.url, node.url)) : null),
    related(node, onPick),
    el('h3', {}, `${word('figures')} (${number(own.length)})`),
    factList(own, node, onPick));
  box.scrollTop = 0;
}

function related(node, onPick) {
  const seen = new Map();
  for (const one of node.links) {
    const other = one.source === node ? one.target : one.source;
    if (!seen.has(other)) seen.set(other, pick(one.label) || pick([one.name.vi, one.name.en]));
  }
  if (!seen.size) return null;
  const kinds = new Map();
  for (const [other, how] of seen) kinds.set(other.look, [...(kinds.get(other.look) ?? []), [other, how]]);
  const rank = { document: 2, area: 0 };
  const sorted = [...kinds].sort(([a], [b]) => (rank[a.id] ?? 1) - (rank[b.id] ?? 1));
  return el('section', {}, el('h3', {}, word('neighbours')), sorted.flatMap(([look, others]) => {
    const list = el('ul', { className: 'related' });
    others.sort(([a], [b]) => b.facts - a.facts || nameOf(a).localeCompare(nameOf(b), 'vi'));
    grow(list, others, 12, ([other, how]) => el('li', {}, el('button', { className: 'chip', colour: look.colour, title: how,
      onclick: () => onPick(other) }, nameOf(other), other.headline ? el('small', {}, ` ${pick(other.headline)}`) : null)));
    return [el('p', { className: 'kin' }, `${pick([look.vi, look.en])} (${number(others.length)})`), list];
  }));
}

function factList(facts, node, onPick) {
  const list = el('ol', { className: 'facts' });
  grow(list, facts, PAGE, (fact) => factItem(fact, node, onPick));
  return list;
}

// Adds items in pages, with a button for the next page, so that a thing with thousands of facts opens at once.
function grow(list, items, page, make, from = 0) {
  list.append(...items.slice(from, from + page).map(make));
  if (items.length > from + page) {
    const more = el('button', { className: 'more', onclick: () => { more.parentNode.remove(); grow(list, items, page, make, from + page); } },
      `+ ${number(items.length - from - page)} ${word('more')}`);
    list.append(el('li', { className: 'end' }, more));
  }
}

export function factItem(fact, node, onPick) {
  const owner = fact.source && fact.source !== node ? el('button', { className: 'plain', onclick: () => onPick(fact.source) }, `${nameOf(fact.source)}: `) : null;
  const note = [fact.detail && pick(fact.detail), pick(fact.period), fact.base && pick(fact.base)].filter(Boolean).join(', ');
  return el('li', { className: 'fact' },
    el('div', { className: 'line' }, owner, fact.label ? el('span', { className: 'what' }, `${pick(fact.label)} `) : null,
      el('b', {}, pick(fact.text)), note ? ` (${note})` : '',
      fact.status && fact.status !== 'actual' ? el('span', { className: `status ${fact.status}` }, word(fact.status)) : null),
    evidence(fact));
}

export function evidence(fact) {
  return fact.claims.map((claim) => el('blockquote', {},
    marked(claim), el('cite', {}, `${claim.doc.title} `, claim.doc.day ? `(${claim.doc.day}) ` : '',
      claim.doc.url ? link(claim.doc.url, word('source')) : null)));
}

function marked({ sentence, start, end }) {
  // Offsets count code points; letters outside the basic plane take two places in a JavaScript string.
  const letters = [...sentence];
  if (start < 0 || end > letters.length) return [sentence];
  const part = (from, to) => letters.slice(from, to).join('');
  return [part(0, start), el('mark', {}, part(start, end)), part(end)];
}
