// Before the first paint: the theme and text size chosen on this phone. A file of its own, since the page allows
// no inline script; the same keys as src/ui/display-settings.ts.
(() => {
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
