// Before the first paint: the database is opened and what the first list shows is read from it; theme and text size are
// as chosen on this phone. A file of its own, since the page allows no inline script; the same keys as
// src/ui/display-settings.ts, and the tables of src/device/store/database.ts. What is read here is shown first and then
// read once more by the app, which takes the database over (src/device/store/early-database.ts).
(() => {
  const root = document.documentElement;
  /** As many papers as a phone's screen holds, and one that says there are more; a list that wants them reads by itself. */
  const firstRows = 7;
  const readFirst = (database) =>
    new Promise((resolve) => {
      const reading = database.transaction(["documents", "wanted", "meta"]);
      const papers = reading.objectStore("documents").index("sort").getAll(undefined, firstRows);
      const wanted = reading.objectStore("wanted").getAll();
      const self = reading.objectStore("meta").get("self");
      // Answers come in order. The end of the transaction is another round trip.
      self.onsuccess = () => {
        const whole = papers.result.length < firstRows;
        const rows = { papers: papers.result, whole, wanted: wanted.result, self: self.result };
        resolve(papers.result.length > 0 ? rows : undefined);
      };
      reading.onabort = () => resolve(undefined);
    });
  /** The first rows as the app drew them last, as soon as their place is parsed; the app draws them anew. */
  const draw = (list) => {
    const parsing = new MutationObserver(() => {
      const place = document.querySelector("#app .skeleton-rows");
      if (!place) return;
      parsing.disconnect();
      place.className = "drawn-list";
      place.removeAttribute("aria-hidden");
      place.innerHTML = list;
    });
    parsing.observe(root, { childList: true, subtree: true });
  };
  // While the app itself is still being read: a cold start waits for that longest. A database that is not there is not
  // made, and another tab that upgrades or deletes it need not wait.
  try {
    const opening = indexedDB.open("so-chi-bo");
    opening.onupgradeneeded = () => opening.transaction.abort();
    window.earlyDatabase = new Promise((resolve) => {
      opening.onsuccess = () => {
        const database = opening.result;
        database.onversionchange = () => {
          window.earlyDatabase = undefined;
          database.close();
        };
        resolve(database);
      };
      opening.onerror = (event) => {
        event.preventDefault();
        resolve(undefined);
      };
    });
    if (location.pathname === "/")
      window.earlyRows = window.earlyDatabase
        .then(async (database) => {
          const rows = database && (await readFirst(database));
          return rows && { name: database.name, version: database.version, ...rows };
        })
        // One of an older app, without these tables.
        .catch(() => undefined);
  } catch {
    // A browser without one says so later.
  }
  if (location.pathname !== "/") root.setAttribute("data-inner", "");
  try {
    const theme = localStorage.getItem("theme");
    const size = localStorage.getItem("size");
    if (theme && theme !== "system") root.setAttribute("data-theme", theme);
    if (size) root.setAttribute("data-size", size);
    const list = location.pathname === "/" && localStorage.getItem("drawn-list");
    if (list) draw(list);
  } catch {
    // A browser that keeps nothing shows its defaults.
  }
})();
