// Takes the pictures of docs/screens from a built site.
//
//   node bench/screens.mjs OUTPUT [FOLDER]
//
// OUTPUT is the folder output/ of the sample, FOLDER where the pictures go (docs/screens). Playwright is the one of the tests' build (dotnet build tests); the browser is CHROMIUM, else /usr/bin/chromium.
// Pages are served on 127.0.0.1 for as long as it takes.
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';

const [root, folder = new URL('../docs/screens', import.meta.url).pathname] = process.argv.slice(2);
if (!root) {
  console.error('node bench/screens.mjs OUTPUT [FOLDER]');
  process.exit(2);
}
const { chromium } = createRequire(import.meta.url)(new URL('../tests/bin/Debug/net10.0/.playwright/package', import.meta.url).pathname);
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json', '.png': 'image/png' };
const server = createServer((request, response) => {
  const asked = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  const file = path.join(root, asked.endsWith('/') ? asked + 'index.html' : asked);
  const isThere = existsSync(file) && statSync(file).isFile();
  response.writeHead(isThere ? 200 : 404, { 'content-type': types[path.extname(isThere ? file : '404.html')] ?? 'application/octet-stream' });
  createReadStream(isThere ? file : path.join(root, '404.html')).pipe(response);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const address = `http://127.0.0.1:${server.address().port}`;

// name, page, width, height, scheme, what is done first
const pictures = [
  ['home-phone', '/', 360, 780, 'light'],
  ['thread-phone', '/2016/05/guest-watch-1.html#comments', 360, 780, 'dark'],
  ['thread-desk', '/2016/09/inspectors-at-sallow-bay.html', 1440, 900, 'light'],
  ['search-desk', '/search/#q=keeper', 1440, 900, 'dark'],
  ['glance-phone', '/archive/at-a-glance.html', 360, 1500, 'dark'],
  ['glance-desk', '/archive/at-a-glance.html', 1440, 1700, 'light'],
  ['welsh-phone', '/2017/04/shine-goes-live.html#comments', 360, 780, 'light', 'localStorage.setItem("subrosa-settings", JSON.stringify({ language: "cy" }))'],
  ['missing-phone', '/no/such/page.html', 360, 780, 'light'],
];
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
for (const [name, page, width, height, colorScheme, first] of pictures) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height } });
  const tab = await context.newPage();
  if (first) {
    await tab.goto(address + '/');
    await tab.evaluate(first);
  }
  await tab.goto(address + page);
  await tab.waitForTimeout(800);
  await tab.screenshot({ path: path.join(folder, `${name}.png`) });
  await context.close();
}
await browser.close();
server.close();
