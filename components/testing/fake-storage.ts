/**
 * Several tabs over one store, as browsers have them: a tab sees its own writes at once and those of the others only
 * when they are delivered, with a `storage` event; of two writes to one key the one that was made last stays.
 */
export class FakeBrowser {
  /** What is stored when everything has been delivered. */
  readonly disk = new Map<string, string>();
  /** Room in characters, keys and values together. */
  quota = Number.POSITIVE_INFINITY;
  readonly tabs: FakeTab[] = [];
  #queue: { from: FakeTab; key: string; value: string }[] = [];

  open(): FakeTab {
    const tab = new FakeTab(this);
    this.tabs.push(tab);
    return tab;
  }

  write(from: FakeTab, key: string, value: string): void {
    this.#queue.push({ from, key, value });
  }

  /** Lets every tab see what the others have written so far. */
  deliver(): void {
    const reached = new Set<FakeTab>();
    for (let change = this.#queue.shift(); change; change = this.#queue.shift()) {
      const { from, key, value } = change;
      this.disk.set(key, value);
      for (const tab of this.tabs) {
        // A tab's own write that is still under way comes after this one.
        if (tab === from || this.#queue.some((later) => later.from === tab && later.key === key)) continue;
        tab.view.set(key, value);
        reached.add(tab);
      }
    }
    for (const tab of reached) tab.host.dispatchEvent(new Event("storage"));
  }
}

export class FakeTab {
  readonly host = new EventTarget();
  readonly view: Map<string, string>;
  /** Whether the browser forbids storage, which throws as soon as it is named. */
  denied = false;
  readonly #browser: FakeBrowser;

  constructor(browser: FakeBrowser) {
    this.#browser = browser;
    this.view = new Map(browser.disk);
  }

  /** What `() => localStorage` is in a page. */
  readonly storage = (): Storage => {
    if (this.denied) throw new DOMException("Access is denied for this document.", "SecurityError");
    return this.#storage;
  };

  readonly #getItem = (key: string): string | null => this.view.get(key) ?? null;

  readonly #setItem = (key: string, value: string): void => {
    let size = key.length + value.length;
    for (const [name, text] of this.view) if (name !== key) size += name.length + text.length;
    if (size > this.#browser.quota) throw new DOMException("exceeded the quota", "QuotaExceededError");
    this.view.set(key, value);
    this.#browser.write(this, key, value);
  };

  /** Has no clear() and no removeItem(): the course never deletes, so a call is an error. */
  readonly #storage = new Proxy({} as Storage, {
    get: (_, name) => ({ getItem: this.#getItem, setItem: this.#setItem })[String(name)],
    ownKeys: () => [...this.view.keys()],
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: "" }),
  });
}
