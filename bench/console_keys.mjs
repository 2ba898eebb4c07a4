// Times keys of the moderation console in Chromium: from the key to the first frame that shows what it did.
//
//   node bench/console_keys.mjs PROGRAM BLOG VAULT
//
// PROGRAM is a published build (dotnet publish -c Release), BLOG and VAULT the folders of a blog of invented texts, as bench/archive.sh makes them. It decides and takes the decisions back, so the
// store's history grows; use a copy. Playwright is the one of the tests' build (dotnet build tests); the browser is CHROMIUM, else /usr/bin/chromium. Times are milliseconds, on this machine.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const [program, blog, vault] = process.argv.slice(2);
if (!vault) {
  console.error('node bench/console_keys.mjs PROGRAM BLOG VAULT');
  process.exit(2);
}
const { chromium } = createRequire(import.meta.url)(new URL('../tests/bin/Debug/net10.0/.playwright/package', import.meta.url).pathname);
const rounds = 40;

const moderate = spawn(program, ['moderate', '--blog', blog], { env: { ...process.env, BLOG_VAULT: vault }, stdio: ['pipe', 'pipe', 'inherit'] });
const link = await new Promise((found, lost) => {
  createInterface({ input: moderate.stdout }).on('line', (line) => /http\S+/.test(line) && found(line.match(/http\S+/)[0]));
  moderate.on('exit', () => lost(new Error('the console ended')));
});
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(link);
  const home = new URL(page.url()).origin;
  for (;;) {
    await page.goto(home + '/threads?list=all');
    if (!/are still being/.test(await page.content())) {
      break;
    }
    await new Promise((done) => setTimeout(done, 1000));
  }
  const threads = [];
  for (let number = 1; ; number++) {
    await page.goto(`${home}/threads?list=all&page=${number}`);
    const rows = await page.$$eval('tr', (all) => all.map((row) => [row.querySelector('a[href^="/thread/"]')?.getAttribute('href'), [...row.querySelectorAll('td.n, td[class^="n "]')].map((cell) => Number(cell.textContent.replaceAll(',', '')))]).filter(([href]) => href));
    if (rows.length === 0) {
      break;
    }
    threads.push(...rows.map(([href, cells]) => ({ href, texts: cells.reduce((sum, cell) => sum + cell, 0), waits: cells[0] })));
  }
  threads.sort((one, other) => one.texts - other.texts);
  const waiting = threads.filter((thread) => thread.waits > 3);
  console.log(`${threads.length} threads, ${threads.reduce((sum, thread) => sum + thread.texts, 0)} texts`);
  for (const [name, thread] of [['median', waiting[Math.floor(waiting.length / 2)]], ['95 %', waiting[Math.floor(waiting.length * 0.95)]], ['largest', waiting.at(-1)]]) {
    await page.goto(home + thread.href);
    await page.waitForSelector('li.finding[aria-current]');
    const times = { y: [], u: [], j: [] };
    for (let round = 0; round < rounds; round++) {
      for (const key of ['y', 'u', 'j']) {
        times[key].push(await timeOf(page, key));
      }
    }
    console.log(`${name} thread that waits, ${thread.texts} texts: ` + Object.entries(times).map(([key, all]) => {
      all.sort((one, other) => one - other);
      return `${key} median ${all[all.length >> 1].toFixed(1)}, 95 % ${all[Math.floor(all.length * 0.95)].toFixed(1)}, longest ${all.at(-1).toFixed(1)}`;
    }).join('; '));
  }
} finally {
  await browser.close();
  moderate.kill('SIGTERM');
}

/** A key's time: until the frame after which the marks of findings, or the current one, are not what they were. */
async function timeOf(page, key) {
  await page.evaluate(() => {
    const state = () => [...document.querySelectorAll('li.finding')].map((item) => item.className + (item.hasAttribute('aria-current') ? '*' : '')).join('|');
    const before = state();
    window.shown = new Promise((resolve) => {
      document.addEventListener('keydown', (event) => {
        const start = event.timeStamp;
        const look = () => (state() !== before ? requestAnimationFrame(() => resolve(performance.now() - start)) : performance.now() - start > 5000 ? resolve(NaN) : requestAnimationFrame(look));
        requestAnimationFrame(look);
      }, { once: true, capture: true });
    });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => window.shown);
}
