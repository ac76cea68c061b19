// The network: sigma draws, ForceAtlas2 arranges, provinces may stand where they lie on the map.
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import Sigma from 'sigma';
import { pick } from './words.js';

const FAINT = '#e4e7ea';
// Opaque and light: WebGL adds up what is drawn see-through, and many edges would make one dark knot.
const EDGE = { figure: '#d9e3eb', partner: '#e6bfd6', reports_on: '#ececec' };
const EDGE_DEFAULT = '#ccd5c8';

export function canDraw() {
  const canvas = document.createElement('canvas');
  return Boolean(canvas.getContext('webgl2') || canvas.getContext('webgl'));
}

export class Network {
  constructor(box, seats, onPick) {
    this.seats = seats;
    this.onPick = onPick;
    this.graph = new Graph({ multi: false, type: 'undirected' });
    this.picked = null;
    this.hovered = null;
    this.near = new Set();
    this.sigma = new Sigma(this.graph, box, {
      allowInvalidContainer: true, labelFont: 'system-ui, sans-serif', labelSize: 13, labelWeight: '500', labelDensity: 0.8,
      labelGridCellSize: 130, labelRenderedSizeThreshold: 5, renderEdgeLabels: false, zIndex: true,
      defaultEdgeColor: EDGE_DEFAULT, minCameraRatio: 0.02, maxCameraRatio: 4, stagePadding: 40,
      nodeReducer: (key, attributes) => this.drawNode(key, attributes),
      edgeReducer: (key, attributes) => this.drawEdge(key, attributes),
    });
    this.sigma.on('clickNode', ({ node }) => this.onPick(this.graph.getNodeAttribute(node, 'node') ?? null));
    this.sigma.on('clickStage', () => this.onPick(null));
    this.sigma.on('enterNode', ({ node }) => { if (this.graph.getNodeAttribute(node, 'node')) this.hover(node); });
    this.sigma.on('leaveNode', () => this.hover(null));
  }

  // Shows these nodes and what joins them; ``layout`` is "map" or "force".
  show(nodes, facts, links, layout) {
    const graph = this.graph;
    graph.clear();
    // The map holds what lies somewhere: indicators and countries of trade stand nowhere on it.
    const drawn = layout === 'map' ? nodes.filter((node) => node.home || (node.code ?? '').startsWith('VN') || node.code?.startsWith('2025/')) : nodes;
    // The whole country has most facts by far: it is drawn no larger than the first province.
    const largest = Math.max(...drawn.filter((node) => node.code !== 'VN').map((node) => node.size), 1);
    this.sigma.setSetting('labelRenderedSizeThreshold', layout === 'map' ? 3 : 5);
    drawn.forEach((node, rank) => {
      // A spiral to start from: ForceAtlas2 needs points apart, and the same start gives the same picture.
      const [angle, radius] = [rank * 2.399963, 10 * Math.sqrt(rank + 1)];
      const place = layout === 'map' ? { x: node.x, y: node.y } : { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
      graph.addNode(node.index, { node, ...place, size: (layout === 'force' ? 1 : node.type === 'area' ? 0.75 : 0.45) * (3 + 15 * Math.min(1, node.size / largest) ** 1.2),
        color: node.look.colour, label: labelOf(node), zIndex: node.type === 'area' ? 2 : 1 });
    });
    if (layout === 'map') this.outline();
    const join = (a, b, type) => {
      if (!a || !b || a === b || !graph.hasNode(a.index) || !graph.hasNode(b.index) || graph.hasEdge(a.index, b.index)) return;
      graph.addEdge(a.index, b.index, { type: 'line', kind: type, color: EDGE[type] ?? EDGE_DEFAULT, size: 0.8 });
    };
    for (const fact of facts) join(fact.source, fact.target, 'figure');
    for (const one of links) join(one.source, one.target, one.type);
    this.layout = layout;
    if (layout === 'force') this.arrange();
    this.sigma.refresh();
    this.fit();
  }

  // Every province as a faint dot, so that the country can be made out behind the few that the graph speaks of.
  outline() {
    const taken = new Set(this.graph.mapNodes((_, { node }) => node.code));
    this.seats.forEach(([code, x, y]) => {
      if (!taken.has(code)) this.graph.addNode(`seat-${code}`, { x, y, size: 2.2, color: FAINT, label: null, zIndex: 0 });
    });
  }

  arrange() {
    const { graph } = this;
    if (graph.order < 3) return;
    const iterations = graph.order > 3000 ? 60 : graph.order > 800 ? 150 : 400;
    forceAtlas2.assign(graph, { iterations, getEdgeWeight: (_, { kind }) => (kind === 'figure' ? 0.5 : 1.5),
      settings: { ...forceAtlas2.inferSettings(graph), gravity: 0.6, scalingRatio: 30, linLogMode: false,
        adjustSizes: graph.order < 800, barnesHutOptimize: graph.order > 500, slowDown: 2, edgeWeightInfluence: 1 } });
  }

  pick(node) {
    this.picked = node && this.graph.hasNode(node.index) ? String(node.index) : null;
    this.mark();
  }

  hover(key) { this.hovered = key; this.mark(); }

  mark() {
    const centre = this.hovered ?? this.picked;
    this.centre = centre;
    this.near = new Set(centre === null ? [] : [centre, ...this.graph.neighbors(centre)]);
    this.sigma.refresh({ skipIndexation: true });
  }

  drawNode(key, attributes) {
    if (this.centre == null) return attributes;
    if (!this.near.has(key)) return { ...attributes, color: FAINT, label: '', zIndex: 0 };
    return { ...attributes, zIndex: 3, forceLabel: this.near.size < 60 || key === this.centre, highlighted: key === this.centre };
  }

  // On the map, figures join every province with every indicator: they are drawn for the thing at hand only.
  drawEdge(key, attributes) {
    if (this.centre == null) {
      return this.layout === 'map' && attributes.kind === 'figure' ? { ...attributes, hidden: true } : attributes;
    }
    const touches = this.graph.source(key) === this.centre || this.graph.target(key) === this.centre;
    return touches ? { ...attributes, color: '#4a6a82', size: 1.4, zIndex: 1 } : { ...attributes, hidden: true };
  }

  fit() { this.sigma.setCustomBBox(null); this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }); }

  // Moves to a thing and as far out as what it touches needs.
  goTo(node) {
    const places = [String(node.index), ...this.graph.neighbors(node.index)].map((key) => this.sigma.getNodeDisplayData(key)).filter(Boolean);
    if (!places.length) return;
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const ratio = Math.min(1, Math.max(1.4 * Math.max(right - left, high - low), this.layout === 'map' ? 0.05 : 0.3));
    this.sigma.getCamera().animate({ x: (left + right) / 2, y: (low + high) / 2, ratio }, { duration: 350 });
  }

  resize() { this.sigma.resize(); this.sigma.refresh(); }
}

export function labelOf(node) {
  const name = pick(node.label);
  const shown = name.length > 46 ? `${name.slice(0, 44)}…` : name;
  return node.headline ? `${shown} · ${pick(node.headline)}` : shown;
}
