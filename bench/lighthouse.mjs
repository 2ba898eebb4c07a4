// Asks Lighthouse about a built site: home, a post, the search page.
//
//   node bench/lighthouse.mjs OUTPUT TOOLS [PAGE...]
//
// OUTPUT is a built site, TOOLS a folder into which npm puts Lighthouse 12. The site is served on 127.0.0.1 with gzip and the headers of its own _headers, as a host does. The browser is CHROMIUM, else
// /usr/bin/chromium. Mobile, throttled as Lighthouse does it; take the figures on a machine that does nothing else.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const [root, tools, ...pages] = process.argv.slice(2);
if (!tools) {
  console.error('node bench/lighthouse.mjs OUTPUT TOOLS [PAGE...]');
  process.exit(2);
}
mkdirSync(tools, { recursive: true });
if (!existsSync(path.join(tools, 'node_modules/lighthouse'))) {
  execFileSync('npm', ['install', '--prefix', tools, '--no-audit', '--no-fund', 'lighthouse@12', 'chrome-launcher@1'], { stdio: 'inherit' });
}
const tool = (name) => import(pathToFileURL(path.resolve(tools, 'node_modules', name)).href);
const { default: lighthouse } = await tool('lighthouse/core/index.js');
const { launch } = await tool('chrome-launcher/dist/index.js');

const rules = readFileSync(path.join(root, '_headers'), 'utf8').split('\n');
const sent = rules.filter((line) => line.startsWith('  ') && !/^ {2}(Cache-Control|Strict-Transport)/.test(line)).map((line) => line.trim().split(/: (.*)/s).slice(0, 2));
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json', '.png': 'image/png', '.txt': 'text/plain', '.atom': 'application/atom+xml' };
const server = createServer((request, response) => {
  const asked = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  const file = path.join(root, asked.endsWith('/') ? asked + 'index.html' : asked);
  const isThere = existsSync(file) && statSync(file).isFile();
  const headers = { ...Object.fromEntries(sent), 'content-type': types[path.extname(isThere ? file : '404.html')] ?? 'application/octet-stream', 'cache-control': asked.startsWith('/theme/') ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate', 'content-encoding': 'gzip' };
  response.writeHead(isThere ? 200 : 404, headers).end(gzipSync(readFileSync(isThere ? file : path.join(root, '404.html'))));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const chrome = await launch({ chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium', chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
let isWhole = true;
for (const page of pages.length > 0 ? pages : ['/', '/2016/02/why-a-keeper-is-writing.html', '/search/']) {
  const { lhr } = await lighthouse(`http://127.0.0.1:${server.address().port}${page}`, { port: chrome.port, logLevel: 'error' });
  const scores = Object.values(lhr.categories).map(({ title, score }) => `${title} ${score === null ? 'none' : Math.round(score * 100)}`);
  isWhole &&= Object.values(lhr.categories).every(({ score }) => score === 1);
  console.log(`${page}: ${scores.join(', ')}`);
  for (const { auditRefs } of Object.values(lhr.categories)) {
    auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1).forEach(({ id }) => console.log(`  ${id}: ${lhr.audits[id].score} ${lhr.audits[id].displayValue ?? ''}`));
  }
}
chrome.kill();
server.close();
process.exitCode = isWhole ? 0 : 1;
