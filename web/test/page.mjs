// Opens an exported page in a real Chromium, cold and offline, at two sizes, and says as JSON what a user sees.
// Usage: node page.mjs PAGE.html CHROMIUM FOLDER_FOR_PICTURES [GRAPH.cyjs]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [page_, executablePath, folder, network] = process.argv.slice(2);
// A machine without a graphics card draws WebGL in software.
const args = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
const browser = await chromium.launch({ executablePath, args });

async function open(width, height) {
  const context = await browser.newContext({ viewport: { width, height }, offline: true });
  const page = await context.newPage();
  const seen = { errors: [], requests: [] };
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && seen.errors.push(message.text()));
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('dialog', (dialog) => { seen.errors.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => !/^(file|data|blob):/.test(request.url()) && seen.requests.push(request.url()));
  const start = Date.now();
  await page.goto(pathToFileURL(page_).href);
  await page.waitForFunction(() => globalThis.page && document.querySelector('#network canvas'), null, { timeout: 30000 });
  seen.ready = Date.now() - start;
  return [page, seen];
}

// How many pixels of a picture are neither white nor grey: an empty or failed drawing has none.
async function coloured(page, selector) {
  const picture = (await page.locator(selector).screenshot()).toString('base64');
  return page.evaluate(async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    let count = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      if (Math.max(pixels[at], pixels[at + 1], pixels[at + 2]) - Math.min(pixels[at], pixels[at + 1], pixels[at + 2]) > 60) count += 1;
    }
    return count;
  }, picture);
}

const found = {};
const sizes = [['desk', 1280, 800], ['phone', 390, 844]];
for (const [name, width, height] of sizes.slice(0, Number(process.env.PAGE_SIZES ?? 2))) {
  const [page, seen] = await open(width, height);
  const shot = (step) => page.screenshot({ path: join(folder, `${name}-${step}.png`) });
  seen.title = await page.title();
  seen.coloured = await coloured(page, '#network');
  seen.wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await shot('network');
  await page.fill('#search', process.env.PAGE_SEARCH ?? 'bac giang');
  seen.found = await page.locator('.found').allInnerTexts();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  seen.panel = await page.locator('.panel').innerText();
  seen.marks = await page.locator('.panel mark').allInnerTexts();
  await shot('panel');
  await page.locator('.panel .close').click();
  if (name === 'desk') {
    // What a hand on the mouse does: a click where a thing is drawn.
    const at = await page.evaluate(() => { const { x, y } = globalThis.page.at(globalThis.page.data.nodes.find((node) => node.type === 'area').id); const box = document.querySelector('#network').getBoundingClientRect(); return [x + box.x, y + box.y]; });
    await page.click('button:has-text("Xem toàn bộ"), button:has-text("Fit")');
    await page.waitForTimeout(300);
    const now = await page.evaluate(() => { const { x, y } = globalThis.page.at(globalThis.page.data.nodes.find((node) => node.type === 'area').id); const box = document.querySelector('#network').getBoundingClientRect(); return [x + box.x, y + box.y]; });
    seen.moved = at.join() !== now.join();
    await page.mouse.click(...now);
    await page.waitForTimeout(300);
    seen.clicked = await page.locator('.panel h2').allInnerTexts();
    seen.filtered = await page.evaluate(() => globalThis.page.state.filters.types.size);
    await page.uncheck('input[name="indicator"]');
    seen.unfiltered = await page.evaluate(() => globalThis.page.state.filters.types.size);
    await page.check('input[name="indicator"]');
    await page.locator('.panel .close').click();
  }
  await page.click('#tab-charts');
  await page.waitForTimeout(300);
  seen.charts = await page.locator('.view.charts').innerText();
  seen.bars = await page.locator('.bars li').count();
  await shot('ranking');
  const places = page.locator('.charts .choice select').nth(1);
  const values = await places.locator('option').evaluateAll((options) => options.map((option) => option.value));
  await places.selectOption(values[1]);
  await page.waitForTimeout(300);
  seen.plot = await page.locator('.plot canvas').count();
  seen.plotted = seen.plot ? await coloured(page, '.plot') : 0;
  await shot('over-time');
  await page.click('#tab-table');
  seen.count = await page.locator('.table .count').innerText();
  seen.rows = await page.locator('.rows .row').count();
  await page.locator('.rows .row').first().click();
  seen.opened = await page.locator('.opened').innerText();
  await page.locator('.scroller').evaluate((box) => { box.scrollTop = box.scrollHeight; });
  await page.waitForTimeout(200);
  seen.last = await page.locator('.rows .row').last().innerText();
  await page.locator('.filter').fill('cong suat');
  seen.narrowed = await page.locator('.table .count').innerText();
  await shot('table');
  await page.click('#language-en');
  await page.waitForTimeout(300);
  seen.english = await page.locator('body').innerText();
  await page.click('#tab-network');
  await page.waitForTimeout(300);
  await shot('english');
  seen.hacked = await page.evaluate(() => globalThis.hacked ?? null);
  seen.injected = await page.evaluate(() => document.querySelectorAll('#page img, #page svg, #page script, #page i, #page u, [onclick], [onerror]').length);
  seen.links = await page.evaluate(() => [...document.querySelectorAll('a')].map((one) => one.href));
  found[name] = seen;
  await page.context().close();
}

if (network) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, offline: true });
  await page.setContent('<div id="cy" style="width:1000px;height:800px;background:#fff"></div>');
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('cytoscape/dist/cytoscape.min.js') });
  await page.evaluate((graph) => new Promise((done) => {
    const cy = globalThis.cytoscape({ container: document.getElementById('cy'), ...graph, layout: { name: 'cose', animate: false, randomize: false } });
    cy.ready(done);
  }), JSON.parse(readFileSync(network, 'utf8')));
  await page.waitForTimeout(300);
  found.cytoscape = { coloured: await coloured(page, '#cy') };
  await page.screenshot({ path: join(folder, 'cytoscape.png') });
}
await browser.close();
process.stdout.write(JSON.stringify(found), () => process.exit(0));
