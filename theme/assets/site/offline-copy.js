/** The page that offers the copy: starts the worker when it is asked to, and not before. */
const offlineBox = document.querySelector("[data-offline]");
if (offlineBox !== null && "serviceWorker" in navigator && "caches" in self) {
  const NAME = "subrosa-offline";
  const start = document.getElementById("offline-start");
  const status = document.getElementById("offline-status");
  const isKept = () => caches.has(NAME);
  const show = async () => {
    if (await isKept()) {
      const count = (await (await caches.open(NAME)).keys()).filter((request) => !request.url.endsWith("/offline.txt")).length;
      start.hidden = true;
      status.textContent = `A copy is kept from now on. It holds ${count} files of this site.`;
    }
  };
  offlineBox.hidden = false;
  document.getElementById("offline-without").hidden = true;
  start.addEventListener("click", async () => {
    try {
      await caches.open(NAME); // the worker keeps nothing where this is not
      await navigator.serviceWorker.register(offlineBox.dataset.offline, { scope: offlineBox.dataset.base, updateViaCache: "none" });
      await navigator.serviceWorker.ready;
      await show();
    } catch {
      await caches.delete(NAME);
      status.textContent = "This browser refused. Nothing was kept.";
    }
  });
  show();
}
