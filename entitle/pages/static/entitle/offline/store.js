/* What this browser holds: claims sealed under a passphrase that is kept nowhere. In the clear are only numbers, times
   and states. */
const ROUNDS = 600_000;
const text = new TextEncoder();

/** Settles with the result of a request, or of a whole transaction. */
const done = request => new Promise((resolve, reject) => {
  request.onsuccess = request.oncomplete = () => resolve(request.result);
  request.onerror = request.onabort = () => reject(request.error);
});

export class WrongPassphrase extends Error {}

export async function openStore() {
  const opening = indexedDB.open("entitle-offline", 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("settings");
    opening.result.createObjectStore("drafts", {keyPath: "id"});
    opening.result.createObjectStore("claims", {keyPath: "number"});
  };
  return new Store(await done(opening));
}

export class Store {
  constructor(database) {
    this.database = database;
    this.key = null;
  }

  setting(name) {
    return done(this.database.transaction("settings").objectStore("settings").get(name));
  }

  /** The first time: makes this browser's own name, and the key that everything is sealed with. */
  async setUp(passphrase) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    this.key = await keyFrom(passphrase, salt);
    const proof = await this.seal("this browser");
    const writing = this.database.transaction("settings", "readwrite", {durability: "strict"});
    const settings = writing.objectStore("settings");
    settings.add(salt, "salt");
    settings.add(proof, "proof");
    settings.add(crypto.randomUUID(), "device");
    settings.add(0, "taken");
    await done(writing);
    await navigator.storage?.persist?.();
  }

  /** Raises WrongPassphrase. */
  async unlock(passphrase) {
    const key = await keyFrom(passphrase, await this.setting("salt"));
    try {
      await unsealed(key, await this.setting("proof"));
    } catch {
      throw new WrongPassphrase();
    }
    this.key = key;
  }

  async seal(value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({name: "AES-GCM", iv}, this.key, text.encode(JSON.stringify(value)));
    return {iv, sealed};
  }

  unseal(kept) {
    return unsealed(this.key, kept);
  }

  async keepDraft(draft) {
    const row = {id: draft.id, ...await this.seal(draft)};
    const writing = this.database.transaction("drafts", "readwrite", {durability: "strict"});
    writing.objectStore("drafts").put(row);
    await done(writing);
  }

  async drafts() {
    const rows = await done(this.database.transaction("drafts").objectStore("drafts").getAll());
    return Promise.all(rows.map(row => this.unseal(row)));
  }

  /** A finished claim has the next number; its draft goes in the same step, so that it is never in two places. */
  async finish(draft, claim) {
    const sealed = await this.seal(claim);
    const writing = this.database.transaction(["settings", "drafts", "claims"], "readwrite", {durability: "strict"});
    const number = await done(writing.objectStore("settings").get("taken")) + 1;
    writing.objectStore("settings").put(number, "taken");
    writing.objectStore("claims").add({number, state: "waiting", ...sealed});
    writing.objectStore("drafts").delete(draft.id);
    await done(writing);
    return number;
  }

  claims() {
    return done(this.database.transaction("claims").objectStore("claims").getAll());
  }

  /** Received: what was said is wiped from this browser, and only its number and reference stay. */
  arrived(number, code) {
    return this.put({number, state: "arrived", code});
  }

  /** Refused: what was said stays, sealed, until someone has seen to it. */
  refused(claim, reason) {
    return this.put({...claim, state: "refused", reason});
  }

  async put(claim) {
    const writing = this.database.transaction("claims", "readwrite", {durability: "strict"});
    writing.objectStore("claims").put(claim);
    await done(writing);
  }
}

async function keyFrom(passphrase, salt) {
  const typed = await crypto.subtle.importKey("raw", text.encode(passphrase.normalize("NFKC")), "PBKDF2", false,
    ["deriveKey"]);
  return crypto.subtle.deriveKey({name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS}, typed,
    {name: "AES-GCM", length: 256}, false, ["encrypt", "decrypt"]);
}

async function unsealed(key, {iv, sealed}) {
  const opened = await crypto.subtle.decrypt({name: "AES-GCM", iv}, key, sealed);
  return JSON.parse(new TextDecoder().decode(opened));
}
