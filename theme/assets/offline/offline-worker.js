/**
 * Keeps pages that a reader opened, once asked to: shows them again without asking the site for them, drops what the site's list no longer has as it was, and what is older than 30 days. The list
 * is asked for before each page, so that what was taken down is gone at the next contact; what is asked is the same for every page.
 * The cache is made by the page that asks; where it is not, this worker keeps nothing, so that nothing comes back after "Forget everything".
 */
const CACHE = "subrosa-offline";
const MINUTE = 60e3; // for what a page loads after it was opened
const PATIENCE = 4e3; // milliseconds until a line that says nothing is taken for none
const MONTH = 30 * 24 * 60 * MINUTE;
const MOST = 200;
const KEPT = "x-kept";
const LIST = new URL("offline.txt", self.registration.scope).href;
const NEVER = ["search/", "replies/", "submit/", "offline.js", "offline.txt"].map((path) => new URL(path, self.registration.scope).pathname);
let forgotten = false;
let contacting = null;

const timeOf = (response) => Number(response?.headers.get(KEPT) ?? NaN);
const SAME = ["content-type", "content-security-policy", "etag"]; // of an answer's headers what is kept with it

function stamped(body, response) {
  const headers = new Headers({ [KEPT]: String(Date.now()) });
  SAME.filter((name) => response.headers.has(name)).forEach((name) => headers.set(name, response.headers.get(name)));
  return new Response(body, { headers });
}

async function digest(bytes) {
  return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("-");
}

/** A list: address to hash. */
const entriesOf = (text) => new Map(text.split("\n").map((line) => [line.slice(18), line.slice(0, 17)]));

/** Whether a text is a list of this site, and no page that a network shows in its place. */
const isList = (text) => /^(..-){5}.. \//.test(text);

/** Ends the copy: no cache, no worker. */
async function end() {
  forgotten = true;
  await caches.delete(CACHE);
  await self.registration.unregister();
}

/** The site's list as it is now: "same" where it is as at the last contact, its text, or null where no answer came. */
async function askList(last) {
  const headers = last?.headers.has("etag") ? { "if-none-match": last.headers.get("etag") } : {};
  const answer = await fetch(LIST, { cache: "no-store", credentials: "omit", headers, signal: AbortSignal.timeout?.(PATIENCE) }).catch(() => null);
  if (answer?.status === 404 || answer?.status === 410) {
    await end(); // the site no longer offers a copy
    return null;
  }
  if (answer?.status === 304) {
    return { text: await last.clone().text(), answer: last, isSame: true };
  }
  const text = answer?.ok ? await answer.text().catch(() => "") : "";
  return isList(text) ? { text, answer, isSame: false } : null;
}

/** Asks for the list, and drops what it no longer has as it was kept. */
async function contact(cache) {
  const last = await cache.match(LIST);
  const list = await askList(last);
  if (list === null) {
    if (!forgotten && !(Date.now() - timeOf(last) < MONTH)) {
      await dropAll(cache);
    }
    return;
  }

  const entries = entriesOf(list.text);
  for (const request of list.isSame ? [] : await cache.keys()) {
    const kept = request.url === LIST ? null : await cache.match(request);
    if (kept && entries.get(new URL(request.url).pathname) !== (await digest(await kept.arrayBuffer()))) {
      await cache.delete(request);
    }
  }

  if (!forgotten && (await caches.has(CACHE))) {
    await cache.put(LIST, stamped(list.text, list.answer));
  }
}

/** Whether what the last contact said still holds for a request: never for a page that is opened, for a minute for what it loads. */
async function isFresh(cache, request) {
  const last = request.mode === "navigate" ? undefined : await cache.match(LIST);
  const age = Date.now() - timeOf(last);
  return age >= 0 && age < MINUTE;
}

async function dropAll(cache) {
  for (const request of await cache.keys()) {
    await cache.delete(request);
  }
}

async function keep(cache, request, response) {
  const last = await cache.match(LIST);
  if (forgotten || last === undefined || !response.ok || response.redirected || response.type !== "basic") {
    return;
  }

  const bytes = await response.arrayBuffer();
  const address = new URL(request.url);
  if (entriesOf(await last.text()).get(address.pathname) !== (await digest(bytes)) || forgotten || !(await caches.has(CACHE))) {
    return;
  }

  await cache.put(address.origin + address.pathname, stamped(bytes, response));
  const all = (await cache.keys()).filter((each) => each.url !== LIST); // oldest first
  for (const old of all.slice(0, Math.max(0, all.length - MOST))) {
    await cache.delete(old);
  }
}

async function answer(request) {
  if (forgotten || !(await caches.has(CACHE))) {
    return fetch(request);
  }

  const cache = await caches.open(CACHE);
  if (!(await isFresh(cache, request))) {
    contacting ??= contact(cache).finally(() => (contacting = null));
    await contacting;
  }

  const address = new URL(request.url);
  const kept = await cache.match(address.origin + address.pathname);
  const age = Date.now() - timeOf(kept);
  if (age >= 0 && age < MONTH) {
    return kept;
  }

  try {
    const response = await fetch(request);
    await keep(cache, request, response.clone());
    return response;
  } catch {
    return new Response("This page is not on this device, and there is no connection.\n", { status: 503, headers: { "content-type": "text/plain; charset=utf-8" } });
  }
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data === "forget") {
    event.waitUntil(end());
  }
});
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method === "GET" && address.origin === location.origin && !NEVER.some((path) => address.pathname.startsWith(path))) {
    event.respondWith(answer(event.request));
  }
});
