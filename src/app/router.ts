import { createStore, type StoreApi } from "zustand/vanilla";

/** Where the app is. `step` changes with every navigation, also to the same path. */
export interface Here {
  readonly path: string;
  /** Without the `#`; an enrolment link keeps its secret there. */
  readonly hash: string;
  readonly step: number;
}

export interface Router {
  readonly here: StoreApi<Here>;
  readonly navigate: (path: string, options?: { readonly replace?: boolean }) => void;
  readonly back: (fallback: string) => void;
  /** Follows the browser's own steps, and turns presses on links of this app into navigation. */
  readonly start: () => () => void;
}

/** How many steps inside this app lie behind: kept in the history entry itself, so that a reload knows it. */
const depthOf = (state: unknown): number => (state as { readonly depth?: number } | null)?.depth ?? 0;

/** A path of this app, where the link leads to one and the press does not ask for a new tab. */
const pathOfPress = (event: MouseEvent): string | undefined => {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = (event.target as Element | null)?.closest?.("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return undefined;
  const url = new URL(link.href, location.href);
  return url.origin === location.origin ? `${url.pathname}${url.hash}` : undefined;
};

export const createRouter = (): Router => {
  const read = (step: number): Here => ({
    path: location.pathname,
    hash: location.hash.slice(1),
    step,
  });
  const here = createStore<Here>()(() => read(0));
  const follow = () => here.setState((before) => read(before.step + 1), true);

  const navigate: Router["navigate"] = (path, { replace = false } = {}) => {
    const depth = depthOf(history.state) + (replace ? 0 : 1);
    history[replace ? "replaceState" : "pushState"]({ depth }, "", path);
    follow();
    scrollTo(0, 0);
  };

  return {
    here,
    navigate,
    back: (fallback) => {
      if (depthOf(history.state) > 0) history.back();
      else navigate(fallback, { replace: true });
    },
    start: () => {
      const press = (event: MouseEvent) => {
        const path = pathOfPress(event);
        if (path === undefined) return;
        event.preventDefault();
        navigate(path, { replace: path === `${location.pathname}${location.hash}` });
      };
      // Screens that know their place restore it themselves once their content is there.
      history.scrollRestoration = "manual";
      const step = () => {
        follow();
        scrollTo(0, 0);
      };
      addEventListener("popstate", step);
      document.addEventListener("click", press);
      return () => {
        removeEventListener("popstate", step);
        document.removeEventListener("click", press);
      };
    },
  };
};
