import { DOMParser } from "@xmldom/xmldom";

/** The root element of an XML part; undefined where it is missing. Throws where it is broken. */
export const parseXml = (bytes: Uint8Array | undefined): Element | undefined => {
  if (!bytes) return undefined;
  const complain = (message: string) => {
    throw new Error(message);
  };
  const parser = new DOMParser({
    errorHandler: { warning: () => undefined, error: complain, fatalError: complain },
  });
  return parser.parseFromString(new TextDecoder().decode(bytes), "text/xml").documentElement ?? undefined;
};

export const childrenOf = (element: Element, name: string): Element[] =>
  Array.from({ length: element.childNodes.length }, (_, i) => element.childNodes.item(i)).filter(
    (node): node is Element => node?.nodeName === name,
  );

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element && childrenOf(element, name)[0];

/** The `w:val` of a property. */
export const settingOf = (element: Element | undefined): string | undefined =>
  element?.getAttribute("w:val") || undefined;

/** An on/off property (ECMA-376 part 1, 17.17.4): there without a value means on. */
export const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !["0", "false", "off"].includes(settingOf(element) ?? "1");

/** All elements of that name below, in document order. */
export const elementsOf = (element: Element | undefined, name: string): Element[] => {
  const found = element?.getElementsByTagName(name);
  return Array.from({ length: found?.length ?? 0 }, (_, i) => found?.item(i)).filter((one) => one != null);
};
