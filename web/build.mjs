// Bundles src/ into kg/export/assets: one script, one style sheet, one frame, which `kg export --to html` puts together.
import { build } from 'esbuild';
import { copyFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const assets = here('../kg/export/assets/');

await mkdir(assets, { recursive: true });
await build({
  entryPoints: { page: here('src/main.js') },
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2020'],
  charset: 'utf8',
  legalComments: 'inline', // the licences of what is bundled travel with it
  outdir: assets,
  loader: { '.css': 'css' },
  logLevel: 'warning',
});
await copyFile(here('src/page.html'), `${assets}page.html`);
