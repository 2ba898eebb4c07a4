// Reads pages of the same discussion, ours and Hugo's, in Chromium with a slow processor and a slow network: bytes, nodes, LCP, INP, CLS.
//
//   node bench/reading.mjs NAME=FOLDER/PAGE ... [--rounds N]      bench/reading.sh makes the pages and calls this
//
// Each FOLDER (up to "//") is served on 127.0.0.1 with gzip, as hosts do; cold cache each time, pages in turn within a round. Processor 4 times slower and network as "Slow 4G" of Chromium's own
// DevTools (1.44 Mbit/s down, 562.5 ms to the first byte). LCP and CLS are the browser's entries until five seconds after the page is complete; INP is the slowest event of a click on
// the link of a comment in the middle of the discussion, a click on the first fold where there is one, and the key "j". Bytes of other encodings are computed, headers not counted.
// Prints a Markdown table of medians. Playwright is the one of the tests' build (dotnet build tests); the browser is BLOG_BROWSER, else /usr/bin/chromium.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1] ?? 0) || 5;
const pages = process.argv.slice(2).filter((word) => word.includes('=')).map((word) => {
  const [name, place] = word.split(/=(.*)/s);
  const [folder, path] = place.split('//');
  return { name, folder, path: '/' + path };
});
if (pages.length === 0) {
  console.error('node bench/reading.mjs NAME=FOLDER//PAGE ... [--rounds N]');
  process.exit(2);
}
const { chromium } = createRequire(import.meta.url)(new URL('../tests/bin/Debug/net10.0/.playwright/package', import.meta.url).pathname);
const slow4G = { offline: false, downloadThroughput: 1.6e6 / 8 * 0.9, uploadThroughput: 750e3 / 8 * 0.9, latency: 150 * 3.75 };
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json' };
const median = (all) => [...all].sort((one, other) => one - other)[all.length >> 1];

const browser = await chromium.launch({ executablePath: process.env.BLOG_BROWSER ?? '/usr/bin/chromium', args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
try {
  for (let round = 0; round < rounds; round++) {
    for (const page of pages) {
      (page.runs ??= []).push(await read(page));
    }
  }
} finally {
  await browser.close();
}
console.log('| page | HTML kB | gzip | brotli | over the wire kB (requests) | elements | LCP s | complete s | INP ms | CLS | script ms | layout ms |');
console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
for (const { name, folder, path, runs } of pages) {
  const html = readFileSync(join(folder, path));
  const of = (key) => median(runs.map((run) => run[key]));
  const kB = (bytes) => (bytes / 1000).toFixed(1);
  console.log(`| ${name} | ${kB(html.length)} | ${kB(gzipSync(html, { level: 9 }).length)} | ${kB(brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length)} | ${kB(of('wire'))} (${of('requests')}) | ${of('elements').toLocaleString('en-GB')} | ${(of('lcp') / 1000).toFixed(2)} | ${(of('complete') / 1000).toFixed(2)} | ${of('inp').toFixed(0)} | ${of('cls').toFixed(3)} | ${of('script').toFixed(0)} | ${of('layout').toFixed(0)} |`);
}

/** Serves a folder as a host would: gzip at its usual level, index.html for folders. */
function serve(folder) {
  const server = createServer((request, answer) => {
    try {
      let file = join(folder, decodeURIComponent(new URL(request.url, 'http://x').pathname));
      file = statSync(file).isDirectory() ? join(file, 'index.html') : file;
      answer.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'gzip', 'cache-control': 'no-store' });
      answer.end(gzipSync(readFileSync(file), { level: 6 }));
    } catch {
      answer.writeHead(404).end();
    }
  });
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
}

/** One cold reading of a page. */
async function read({ folder, path }) {
  const server = await serve(folder);
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    let wire = 0;
    let requests = 0;
    protocol.on('Network.loadingFinished', (event) => { wire += event.encodedDataLength; requests++; });
    await protocol.send('Network.enable');
    await protocol.send('Performance.enable');
    await protocol.send('Network.emulateNetworkConditions', slow4G);
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      window.seen = { lcp: 0, cls: 0, inp: 0 };
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.seen.lcp = entry.startTime; })).observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.seen.cls += entry.hadRecentInput ? 0 : entry.value; })).observe({ type: 'layout-shift', buffered: true });
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.seen.inp = entry.interactionId ? Math.max(window.seen.inp, entry.duration) : window.seen.inp; })).observe({ type: 'event', buffered: true, durationThreshold: 16 });
    });
    await page.goto(`http://127.0.0.1:${server.address().port}${path}`, { waitUntil: 'load', timeout: 120000 });
    await page.waitForTimeout(5000);
    const loaded = await page.evaluate(() => ({ ...window.seen, elements: document.querySelectorAll('*').length, complete: performance.getEntriesByType('navigation')[0].loadEventEnd }));
    const metrics = Object.fromEntries((await protocol.send('Performance.getMetrics')).metrics.map((metric) => [metric.name, metric.value]));
    const [gotBytes, gotRequests] = [wire, requests];
    const inp = await interact(page);
    return { ...loaded, inp, wire: gotBytes, requests: gotRequests, script: metrics.ScriptDuration * 1000, layout: (metrics.LayoutDuration + metrics.RecalcStyleDuration) * 1000 };
  } finally {
    await context.close();
    server.closeAllConnections();
    server.close();
  }
}

/** What a reader does: goes to a comment, folds a thread, steps on by key. The slowest event counts, as INP does for so few. */
async function interact(page) {
  const links = page.locator('li.comment a[href^="#c"]');
  await links.nth(Math.floor((await links.count()) / 2)).click();
  await page.waitForTimeout(500);
  const folds = page.locator('#comments details > summary');
  if (await folds.count() > 0) {
    await folds.first().click();
    await page.waitForTimeout(500);
  }
  await page.keyboard.press('j');
  await page.waitForTimeout(1000);
  return page.evaluate(() => window.seen.inp);
}
