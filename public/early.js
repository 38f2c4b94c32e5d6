// Before the first paint: the database is woken, theme and text size are as chosen on this phone. A file of its own,
// since the page allows no inline script; the same keys as src/ui/display-settings.ts, and the database of
// src/device/create-device.ts.
(() => {
  // Wakes the database while the app itself is still being read: a cold start waits for that longest. One that is not
  // there is not made, and nothing is held open.
  try {
    const waking = indexedDB.open("so-chi-bo");
    waking.onupgradeneeded = () => waking.transaction.abort();
    waking.onsuccess = () => waking.result.close();
    waking.onerror = (event) => event.preventDefault();
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
