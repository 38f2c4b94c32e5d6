import fc from "fast-check";
import * as v from "valibot";
import { anyText } from "../support/any-text";

type Schema = v.GenericSchema & {
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly options?: readonly (Schema | string)[];
  readonly item?: Schema;
  readonly items?: readonly Schema[];
  readonly wrapped?: Schema;
  readonly key?: Schema;
  readonly value?: Schema;
  readonly literal?: unknown;
  readonly pipe?: readonly Schema[];
};

/** Texts of every kind that some schema asks for, and some that are right by a hair or wrong by one. */
const texts: readonly string[] = [
  "0123456789ab",
  "zzzzzzzzzzzz",
  "01900001-0000-7000-8000-000000000000",
  "A".repeat(43),
  "p".repeat(43),
  "_".repeat(86),
  "p".repeat(86),
  "AAAAAAAAAAAAAAAAAAAAAA",
  "0a1b2c3d",
  "2026-11-20",
  "0000-01-01",
  "9999-12-31",
  "commune",
  "office",
  "cell:0123456789ab",
  "member:0123456789ab",
  "105-QĐ/ĐU",
  "Đồng chí Đo",
  "a",
  "__proto__",
  "constructor",
  "toString",
  "agenda:0",
  "Đ".repeat(40),
  "\u{1f44d}".repeat(9),
];
const counts: readonly number[] = [
  0,
  1,
  2,
  3,
  -1,
  59,
  60,
  100,
  1_790_000_000_000,
  2 ** 53 - 1,
  0.5,
  1e300,
  -0,
];

/** The same constraints, drawn a thousand times: looked through once. */
const fittingOf = <T>(schema: Schema, all: readonly T[]): readonly T[] =>
  all.filter((one) => v.is(schema, one));

/**
 * Values that fit a schema as far as it can be read off, some damaged: the signed bodies that a hostile but admitted author could
 * send. Strings are drawn from those that fit among `texts`, so that most values pass and reach the rules behind the schema; `known` are
 * names that mean something where the case is tried.
 */
export const casesOf = (schema: Schema, known: readonly string[] = []): fc.Arbitrary<unknown> => {
  const of = (one: Schema) => casesOf(one, known);
  const inner = schema.pipe?.[0];
  if (inner && inner.type !== "string" && inner.type !== "number") return of(inner);
  switch (schema.type) {
    case "object":
      return fc.record(
        Object.fromEntries(Object.entries(schema.entries ?? {}).map(([name, one]) => [name, of(one)])),
      );
    case "string":
      return textsOf(schema, known);
    case "number": {
      const fitting = fittingOf(schema, counts);
      return fitting.length ? fc.constantFrom(...fitting) : fc.double();
    }
    case "boolean":
      return fc.boolean();
    case "literal":
      return fc.constant(schema.literal);
    case "picklist":
      return fc.constantFrom(...(schema.options ?? []));
    case "union":
    case "variant":
      return fc.oneof(...((schema.options ?? []) as readonly Schema[]).map(of));
    case "array":
      return schema.item ? fc.array(of(schema.item), { maxLength: 5 }) : fc.constant([]);
    case "record":
      return fc.dictionary(
        schema.key ? (of(schema.key) as fc.Arbitrary<string>) : anyText(5),
        schema.value ? of(schema.value) : fc.constant(null),
        { maxKeys: 4 },
      );
    case "optional":
    case "nullable":
      return fc.oneof(
        { weight: 3, arbitrary: schema.wrapped ? of(schema.wrapped) : fc.constant(null) },
        { weight: 1, arbitrary: fc.constant(schema.type === "optional" ? undefined : null) },
      );
    case "tuple":
      return fc.tuple(...(schema.items ?? []).map(of));
    case "unknown":
    case "any":
      return fc.jsonValue();
    default:
      throw new Error(`no cases for a schema of type ${schema.type}`);
  }
};

const textsOf = (schema: Schema, known: readonly string[]): fc.Arbitrary<string> => {
  const fitting = [...fittingOf(schema, texts), ...fittingOf(schema, known)];
  const any = anyText(30);
  if (fitting.length === 0) return any;
  return fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: any });
};
