/* Keeps the offline page in the browser and serves it from there, whether or not the server is up.
   VERSION and KEPT are said by the script that imports this one. Nothing but KEPT is ever kept. */
const CACHE = `entitle-offline-${VERSION}`;

self.addEventListener("install", event => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", event => event.waitUntil(forgetOthers().then(() => self.clients.claim())));
self.addEventListener("fetch", event => {
  const address = new URL(event.request.url);
  if (event.request.method === "GET" && address.origin === self.location.origin && KEPT.includes(address.pathname)) {
    event.respondWith(kept(event.request));
  }
});

async function keep() {
  const cache = await caches.open(CACHE);
  await Promise.all(KEPT.map(async address => {
    const answer = await fetch(new Request(address, {cache: "reload", redirect: "error"}));
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    await cache.put(address, answer);
  }));
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith("entitle-offline-") && name !== CACHE)
    .map(name => caches.delete(name)));
}

async function kept(request) {
  const cache = await caches.open(CACHE);
  return await cache.match(request, {ignoreSearch: true, ignoreVary: true}) ?? fetch(request);
}
