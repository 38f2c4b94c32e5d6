import { formatNumber } from "./number";

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Values<Text> = [Names<Text>] extends [never]
  ? []
  : [values: { readonly [name in Names<Text>]: string | number }];

/** The same keys in another language. */
export type Translation<Vietnamese> = { readonly [key in keyof Vietnamese]: string };

type Catalogue = { readonly [area: string]: { readonly [key: string]: string } };

let chosen: Catalogue | undefined;

/** Lays another language over the Vietnamese; undefined goes back to Vietnamese. */
export const chooseCatalogue = (catalogue: Catalogue | undefined): void => {
  chosen = catalogue;
};

/**
 * The translator of one area. Vietnamese is the source: it travels with the screens that use it, so each
 * area is a module of its own, and its keys and `{names}` are what the compiler checks.
 */
export const defineMessages =
  <const Vietnamese extends { readonly [key: string]: string }>(area: string, vietnamese: Vietnamese) =>
  <Key extends keyof Vietnamese & string>(key: Key, ...[values]: Values<Vietnamese[Key]>): string => {
    const text: string = chosen?.[area]?.[key] ?? vietnamese[key] ?? key;
    return values ? fill(text, values) : text;
  };

/** Numbers are written the way of the language. */
const fill = (text: string, values: { readonly [name: string]: string | number }): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === "number" ? formatNumber(value) : (value ?? "");
  });
