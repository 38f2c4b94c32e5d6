import axe from "axe-core";
import type { Focused, Keyboard } from "./keyboard";

const sought =
  "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1']), iframe, audio[controls]";

const isThere = (element: Element): boolean =>
  element instanceof HTMLElement &&
  !element.matches(":disabled, input[type=hidden]") &&
  element.tabIndex >= 0 &&
  !element.closest("[inert]") &&
  element.checkVisibility({ visibilityProperty: true });

/** Of a group of radio buttons Tab comes to one. */
const isOnePerGroup = (element: Element, _: number, all: readonly Element[]): boolean => {
  if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
  const group = all.filter(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.name === element.name,
  );
  return element === (group.find(({ checked }) => checked) ?? group[0]);
};

const brief = (element: Element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 140);

/** What shows the keyboard: the thing itself, or the words around a box that is drawn anew. */
const outlined = (element: Element): Element | undefined =>
  [element, element.nextElementSibling, element.closest("label"), element.closest("fieldset")]
    .filter((one) => one !== null)
    .find((one) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
    });

/** How many sides of the outline lie inside everything that cuts it off. */
const sidesSeen = (element: Element): number => {
  const style = getComputedStyle(element);
  const out = Number.parseFloat(style.outlineOffset) + Number.parseFloat(style.outlineWidth) / 2;
  const box = element.getBoundingClientRect();
  let left = 0;
  let top = 0;
  let right = innerWidth;
  let bottom = innerHeight;
  for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
    if (getComputedStyle(one).overflow === "visible") continue;
    const cut = one.getBoundingClientRect();
    left = Math.max(left, cut.left);
    top = Math.max(top, cut.top);
    right = Math.min(right, cut.right);
    bottom = Math.min(bottom, cut.bottom);
  }
  const sides = [
    box.left - out >= left,
    box.top - out >= top,
    box.right + out <= right,
    box.bottom + out <= bottom,
  ];
  return sides.filter((seen) => seen).length;
};

const isBare = (element: Element): boolean => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [0.5, 0.1, 0.9].some((x) =>
    [0.5, 0.1, 0.9].some((y) => {
      const hit = document.elementFromPoint(left + width * x, top + height * y);
      return hit !== null && (element.contains(hit) || hit.contains(element));
    }),
  );
};

/** The smallest box that a person sees: of a control that is drawn by its label, the label. */
const shown = (element: Element): Element => {
  const { width, height } = element.getBoundingClientRect();
  return width > 4 && height > 4 ? element : (element.closest("label") ?? element);
};

/** Where a page begins for Tab, whatever was pressed, selected or gone to in it. */
const toBeginning = (within: Element) => {
  getSelection()?.removeAllRanges();
  const mark = document.createElement("i");
  mark.tabIndex = -1;
  within.prepend(mark);
  mark.focus({ preventScroll: true });
  mark.remove();
};

export const createKeyboard = (): Keyboard => {
  let order: readonly Element[] = [];
  return {
    count: async () => {
      // While a dialog is open there is nothing but it.
      const within = document.querySelector("dialog[open]") ?? document.body;
      toBeginning(within);
      // What stands there only while the keyboard is in its field goes.
      await new Promise((resolve) => setTimeout(resolve, 50));
      order = [...within.querySelectorAll(sought)].filter(isThere).filter(isOnePerGroup);
      return order.length;
    },
    nameless: () => {
      axe.setup(document.documentElement);
      const without = order.filter(
        (element) => !axe.commons.text.accessibleText(element as HTMLElement).trim(),
      );
      axe.teardown();
      return without.map(brief);
    },
    focused: (): Focused | undefined => {
      const here = document.activeElement;
      if (!here || here === document.body || here === document.documentElement) return undefined;
      const place = order.indexOf(here);
      const line = outlined(here);
      return {
        ...(place >= 0 && { place }),
        html: brief(here),
        // What is larger than the screen shows as much of its outline as there is room.
        seen:
          line !== undefined &&
          sidesSeen(line) >= (line.getBoundingClientRect().height > innerHeight / 2 ? 2 : 3),
        bare: isBare(shown(here)),
      };
    },
  };
};
