/** What a person's hand and eyes do with the app; the same in every browser engine. One adapter for each lies beside this. */
export interface Hand {
  readonly engine: string;
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** The browser is ended and started anew, on the same profile where the engine keeps one. */
  restart(): Promise<void>;
  /** Waits until it is there, brings it into view and presses it. */
  press(thing: Thing): Promise<void>;
  /** Puts these words in place of what the field holds. */
  type(field: Thing, words: string): Promise<void>;
  /** The value of an expression in the page; a promise is waited for. */
  ask<T>(expression: string): Promise<T>;
  picture(): Promise<Uint8Array>;
  /** What the app threw so far. */
  errors(): readonly string[];
  close(): Promise<void>;
}

/** A thing on the screen by its role and by words of its name. */
export interface Thing {
  readonly role: "button" | "link" | "field";
  readonly name: string;
}

export const button = (name: string): Thing => ({ role: "button", name });
export const link = (name: string): Thing => ({ role: "link", name });
export const field = (name: string): Thing => ({ role: "field", name });

const tags = { button: "button", link: "a", field: "input" } as const;

/** XPath, since every driver knows it. Names here hold no double quotes. */
export const pathOf = ({ role, name }: Thing): string =>
  `//${tags[role]}[contains(normalize-space(.), "${name}") or contains(@aria-label, "${name}")]`;

/** Everything that is written on the screen. */
export const wordsOf = (hand: Hand): Promise<string> => hand.ask("document.body.innerText");

/** How long one step may take, in milliseconds: engines share two cores with other tests. */
export const patience = 60_000;

/** A phone's screen. */
export const screen = { width: 360, height: 740 } as const;
