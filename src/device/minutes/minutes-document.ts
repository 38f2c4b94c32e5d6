import * as v from "valibot";
import * as Y from "yjs";
import { taskId } from "../../domain/ids";
import {
  type DraftTask,
  type HeadFacts,
  headFacts,
  type MinutesDraft,
  type PointFacts,
  pointFacts,
  type Statement,
  type StatementFacts,
  statementFacts,
  type TaskFacts,
  taskFacts,
  type Vote,
  type VoteFacts,
  voteFacts,
} from "./minutes-draft";
import { type MapName, mapNames, type TextOwner, textName } from "./names";

/** Minutes while they are written: a Yjs document and the words to change it. */
export interface MinutesDocument {
  readonly doc: Y.Doc;
  /** All but the texts. */
  read(): MinutesDraft;
  /** The text of something; it is there as soon as it is asked for. */
  text(owner: TextOwner, id: string): Y.Text;
  putStatement(id: string, facts: StatementFacts): void;
  putVote(id: string, facts: VoteFacts): void;
  putTask(id: string, facts: TaskFacts): void;
  putPoint(key: string, facts: PointFacts): void;
  putHead(facts: Partial<HeadFacts>): void;
  /** Undefined takes a given number back. */
  putScore(item: string, given: number | undefined): void;
  /** Calls back when anything but a text changed, here or elsewhere. */
  onFacts(listener: () => void): () => void;
}

/** Entries of a map that fit the schema. */
const fitting = <T>(map: Y.Map<unknown>, schema: v.GenericSchema<unknown, T>): [id: string, facts: T][] =>
  [...map.entries()].flatMap(([id, value]) => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? [[id, parsed.output] as [string, T]] : [];
  });

const inOrder = <T extends { readonly at: number; readonly id: string }>(
  things: readonly T[],
): readonly T[] => [...things].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** Without undefined: Yjs keeps plain JSON. */
const plain = <T extends object>(facts: T): T => JSON.parse(JSON.stringify(facts)) as T;

export const createMinutesDocument = (doc = new Y.Doc()): MinutesDocument => {
  const map = (name: MapName): Y.Map<unknown> => doc.getMap(name);
  const put = (name: MapName, id: string, facts: object) => {
    map(name).set(id, plain(facts));
  };
  return {
    doc,
    read: () => {
      const head = v.safeParse(headFacts, Object.fromEntries(map("head").entries()));
      return {
        head: head.success ? head.output : {},
        points: Object.fromEntries(fitting(map("points"), pointFacts)),
        statements: inOrder(
          fitting(map("statements"), statementFacts).map(([id, facts]): Statement => ({ id, ...facts })),
        ),
        votes: inOrder(fitting(map("votes"), voteFacts).map(([id, facts]): Vote => ({ id, ...facts }))),
        tasks: inOrder(
          fitting(map("tasks"), taskFacts).flatMap(([name, facts]): DraftTask[] => {
            const id = v.safeParse(taskId, name);
            return id.success ? [{ id: id.output, ...facts }] : [];
          }),
        ),
        score: Object.fromEntries(fitting(map("score"), v.pipe(v.number(), v.minValue(0), v.maxValue(1000)))),
      };
    },
    text: (owner, id) => doc.getText(textName(owner, id)),
    putStatement: (id, facts) => put("statements", id, facts),
    putVote: (id, facts) => put("votes", id, facts),
    putTask: (id, facts) => put("tasks", id, facts),
    putPoint: (key, facts) => put("points", key, facts),
    putHead: (facts) => {
      doc.transact(() => {
        for (const [name, value] of Object.entries(facts)) map("head").set(name, value);
      });
    },
    putScore: (item, given) => {
      if (given === undefined) map("score").delete(item);
      else map("score").set(item, given);
    },
    onFacts: (listener) => {
      const all = mapNames.map(map);
      for (const one of all) one.observe(listener);
      return () => {
        for (const one of all) one.unobserve(listener);
      };
    },
  };
};

/**
 * Makes the text say what was typed, by as little change as there is: what stays before and after it was touched by nobody, so
 * that words of two people in one text both stay.
 */
export const typeInto = (text: Y.Text, typed: string): void => {
  const before = text.toString();
  if (before === typed) return;
  let start = 0;
  while (start < before.length && start < typed.length && before[start] === typed[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < typed.length - start &&
    before[before.length - 1 - end] === typed[typed.length - 1 - end]
  )
    end += 1;
  // Half of a pair of surrogates is no letter.
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start -= 1;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end -= 1;
  text.doc?.transact(() => {
    if (before.length - end > start) text.delete(start, before.length - end - start);
    if (typed.length - end > start) text.insert(start, typed.slice(start, typed.length - end));
  });
};

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;
