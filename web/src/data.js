// The data block as objects: nodes, facts and links that know each other.
import { fold, pick } from './words.js';

export function readData(raw) {
  const nodes = raw.nodes.map(([id, type, label, code, home, facts, size, x, y, first, last, headline, day, url, sub, names], index) => ({
    index, id, type: raw.types[type].id, look: raw.types[type], label, code, home, facts, size, x, y, first, last,
    headline, day, url, sub, names, made: [], links: [], folded: '',
  }));
  for (const node of nodes) {
    const labels = Array.isArray(node.label) ? node.label : [node.label];
    node.folded = fold([...labels, ...(node.names ?? []), node.code ?? ''].join(' | '));
  }
  const facts = raw.facts.map((row, index) => {
    const [kind, source, target, partner, label, measure, value, unit, text, detail, period, grain, begin, end, status,
      confidence, claims, base] = row;
    return { index, kind, source: nodes[source], target: nodes[target] ?? null, partner: nodes[partner] ?? null,
      label: raw.strings[label], measure, value, unit: raw.strings[unit], text, detail: raw.strings[detail] ?? null, period,
      grain, begin, end, status, confidence, base: raw.strings[base] ?? null,
      claims: claims.map(([doc, start, finish, sentence, at]) => ({
        doc: raw.documents[doc], start: start - at, end: finish - at, sentence: raw.sentences[sentence] })) };
  });
  for (const fact of facts) {
    fact.source?.made.push(fact);
    if (fact.target && fact.target !== fact.source) fact.target.made.push(fact);
    if (fact.partner && fact.partner !== fact.source) fact.partner.made.push(fact);
  }
  const links = raw.links.map(([source, target, type, label]) => ({
    source: nodes[source], target: nodes[target], type, label, name: raw.edges[type] }));
  for (const one of links) { one.source.links.push(one); one.target.links.push(one); }
  return { ...raw, nodes, facts, links };
}

export const provinceOf = (node) => (node.type === 'area' ? node.code : node.home)?.split('/')[0] ?? null;

// What the filters leave: facts by year, place and status; nodes by type, and by the facts left to them.
export function applyFilters(data, filters) {
  const { from, to, place, types, statuses } = filters;
  const dated = from !== null || to !== null;
  const facts = data.facts.filter((fact) => {
    if (dated && (!fact.begin || (to !== null && year(fact.begin) > to) || (from !== null && year(fact.end) < from))) {
      return false;
    }
    if (fact.status && !statuses.has(fact.status)) return false;
    return !place || !fact.source || provinceOf(fact.source) === place || provinceOf(fact.partner ?? {}) === place;
  });
  const counts = new Map();
  const count = (node) => node && counts.set(node, (counts.get(node) ?? 0) + 1);
  for (const fact of facts) { count(fact.source); count(fact.target); count(fact.partner); }
  const filtered = dated || place || statuses.size < 4;
  const shown = data.nodes.filter((node) => types.has(node.type) && (!place || !provinceOf(node) || node.type === 'indicator'
    || provinceOf(node) === place || counts.has(node)) && (!filtered || counts.has(node) || (!dated && inPlace(node, place))));
  return { facts, counts, nodes: shown };
}

const inPlace = (node, place) => Boolean(place) && provinceOf(node) === place;
export const year = (day) => Number(day.slice(0, 4));
export const nameOf = (node) => pick(node.label);
