import { make, makeButton } from "./page-parts.js";

const forgetLink = document.querySelector("a[data-forget]");

/** Everything under the site's own name on this device; of a site that shares its host with others what is its own. */
async function forgetAll(base) {
  const isOurs = (name) => base === "/" || name.startsWith("subrosa-");
  const clearStorage = () => {
    for (const storage of [localStorage, sessionStorage]) {
      Object.keys(storage).filter(isOurs).forEach((name) => storage.removeItem(name));
    }
  };
  addEventListener("pagehide", clearStorage); // what a script of this page still remembers must not be written again
  clearStorage();
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    if (new URL(registration.scope).pathname.startsWith(base)) {
      registration.active?.postMessage("forget");
      await registration.unregister();
    }
  }

  for (const name of (await self.caches?.keys()) ?? []) {
    if (isOurs(name)) {
      await caches.delete(name);
    }
  }

  for (const { name } of (await self.indexedDB?.databases?.()) ?? []) {
    if (isOurs(name)) {
      await new Promise((done) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = request.onblocked = done;
      });
    }
  }
}

if (forgetLink !== null) {
  const said = make("span", { role: "status" });
  const button = makeButton(forgetLink.textContent, async () => {
    try {
      await forgetAll(forgetLink.dataset.forget);
      said.textContent = " Nothing of this site is kept here now but your history, which is the browser's.";
    } catch {
      said.textContent = " Not all of it could be removed. Use the browser's own settings for this site.";
    }
  });
  button.className = "forget";
  forgetLink.replaceWith(button, said);
}
