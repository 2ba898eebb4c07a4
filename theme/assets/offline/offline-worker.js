/**
 * Keeps pages that a reader opened, once asked to: shows them again without asking the site, drops what the site's list no longer has as it was, and what is older than 30 days.
 * The cache is made by the page that asks; where it is not, this worker keeps nothing, so that nothing comes back after "Forget everything".
 */
const CACHE = "subrosa-offline";
const HOUR = 3600e3;
const MONTH = 30 * 24 * HOUR;
const MOST = 200;
const KEPT = "x-kept";
const LIST = new URL("offline.txt", self.registration.scope).href;
const NEVER = ["search/", "replies/", "submit/", "offline.js", "offline.txt"].map((path) => new URL(path, self.registration.scope).pathname);
let forgotten = false;
let contacting = null;

const timeOf = (response) => Number(response.headers.get(KEPT));
const stamped = (body, response) => new Response(body, { headers: { "content-type": response.headers.get("content-type") ?? "", "content-security-policy": response.headers.get("content-security-policy") ?? "", [KEPT]: String(Date.now()) } });

async function digest(bytes) {
  return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 6)].map((byte) => byte.toString(16).padStart(2, "0")).join("-");
}

/** The list as it was at the last contact: address to hash. */
async function readList(response) {
  return new Map((await response.text()).split("\n").map((line) => [line.slice(18), line.slice(0, 17)]));
}

/** Ends the copy: no cache, no worker. */
async function end() {
  forgotten = true;
  await caches.delete(CACHE);
  await self.registration.unregister();
}

/** Asks for the list where the last time is an hour ago, and drops what it no longer has as it was kept. */
async function contact(cache) {
  const last = await cache.match(LIST);
  const age = last === undefined ? Infinity : Date.now() - timeOf(last);
  if (age >= 0 && age < HOUR) {
    return;
  }

  const answer = await fetch(LIST, { cache: "no-store", credentials: "omit" }).catch(() => null);
  if (answer !== null && (answer.status === 404 || answer.status === 410)) {
    await end(); // the site no longer offers a copy
    return;
  }

  if (answer === null || !answer.ok) {
    if (!(age < MONTH)) {
      await dropAll(cache);
    }

    return;
  }

  const list = await readList(answer.clone());
  for (const request of await cache.keys()) {
    const kept = request.url === LIST ? null : await cache.match(request);
    if (kept && list.get(new URL(request.url).pathname) !== (await digest(await kept.arrayBuffer()))) {
      await cache.delete(request);
    }
  }

  if (!forgotten && (await caches.has(CACHE))) {
    await cache.put(LIST, stamped(await answer.text(), answer));
  }
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
  if ((await readList(last)).get(address.pathname) !== (await digest(bytes)) || forgotten || !(await caches.has(CACHE))) {
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
  contacting ??= contact(cache).finally(() => (contacting = null));
  await contacting;
  const address = new URL(request.url);
  const kept = await cache.match(address.origin + address.pathname);
  const age = kept === undefined ? Infinity : Date.now() - timeOf(kept);
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
