// Before the first paint: theme and text size are as chosen on this phone, the first rows of the list stand as the app
// drew them last, and the database is opened, which a cold start waits for longest. A file of its own, since the page
// allows no inline script; the same keys as src/ui/display-settings.ts and src/screens/library/drawn-list.tsx. The app
// takes the database over (src/device/store/early-database.ts).
(() => {
  const root = document.documentElement;
  /** What the app drew last, as soon as its place is parsed; the app draws it anew. */
  const draw = (html, where, className) => {
    const parsing = new MutationObserver(() => {
      const place = document.querySelector(where);
      if (!place) return;
      parsing.disconnect();
      place.className = className;
      place.removeAttribute("aria-hidden");
      place.innerHTML = html;
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
  } catch {
    // A browser without one says so later.
  }
  if (location.pathname !== "/") root.setAttribute("data-inner", "");
  try {
    const theme = localStorage.getItem("theme");
    const size = localStorage.getItem("size");
    if (theme && theme !== "system") root.setAttribute("data-theme", theme);
    if (size) root.setAttribute("data-size", size);
    const first = location.pathname === "/";
    if (localStorage.getItem("simple")) {
      // The simple way begins with its own page; until that was drawn once, with nothing.
      root.setAttribute("data-simple", "");
      const page = localStorage.getItem("drawn-simple");
      if (first && page) draw(page, "#app .library", "simple");
      else root.setAttribute("data-inner", "");
    } else if (first) {
      const list = localStorage.getItem("drawn-list");
      if (list) draw(list, "#app .skeleton-rows", "drawn-list");
    }
  } catch {
    // A browser that keeps nothing shows its defaults.
  }
})();
