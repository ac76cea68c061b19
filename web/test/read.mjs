// Reads exported networks with the libraries that people use, and says as JSON what it found in each.
// Usage: node read.mjs FILE...
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Graph = require('graphology');

const summary = (graph) => ({
  order: graph.order,
  size: graph.size,
  nodes: Object.fromEntries(graph.mapNodes((key, attributes) => [key, attributes])),
  edges: graph.mapEdges((key, attributes, source, target) => ({ ...attributes, source, target })),
});

const readers = {
  gexf: (text) => summary(require('graphology-gexf').parse(Graph, text)),
  graphml: (text) => summary(require('graphology-graphml').parse(Graph, text)),
  cyjs: (text) => {
    const cy = require('cytoscape')({ headless: true, styleEnabled: true, ...JSON.parse(text) });
    const placed = cy.nodes().every((node) => Number.isFinite(node.position('x')));
    cy.layout({ name: 'concentric', animate: false }).run();
    return {
      order: cy.nodes().length,
      size: cy.edges().length,
      placed,
      nodes: Object.fromEntries(cy.nodes().map((node) => [node.id(), { ...node.data(), drawn: node.style('background-color'), classes: node.classes() }])),
      edges: cy.edges().map((edge) => edge.data()),
    };
  },
};

const files = process.argv.slice(2);
const found = files.map((file) => readers[file.split('.').pop()](readFileSync(file, 'utf8')));
// cytoscape.js keeps a timer that would hold the process for ever.
process.stdout.write(JSON.stringify(found), () => process.exit(0));
