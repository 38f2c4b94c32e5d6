// Before the first paint: the database is opened, theme and text size are as chosen on this phone. A file of its own,
// since the page allows no inline script; the same keys as src/ui/display-settings.ts, and the database of
// src/device/create-device.ts, which takes it over (src/device/store/early-database.ts).
(() => {
  // Opened while the app itself is still being read: a cold start waits for that longest. One that is not there is not
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
  const root = document.documentElement;
  if (location.pathname !== "/") root.setAttribute("data-inner", "");
  try {
    const theme = localStorage.getItem("theme");
    const size = localStorage.getItem("size");
    if (theme && theme !== "system") root.setAttribute("data-theme", theme);
    if (size) root.setAttribute("data-size", size);
  } catch {
    // A browser that keeps nothing shows its defaults.
  }
})();
