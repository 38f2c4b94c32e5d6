import type { DocumentKind } from "../../domain/document-kind";
import { formatDocumentNumber } from "../../domain/document-number";
import { type DocumentId, newLocalId, type OrgId } from "../../domain/ids";
import type { Random } from "../../domain/random";
import { bodyOf } from "./bodies";
import { august } from "./directives/august";
import type { Directive, SampleAudience } from "./directives/directive";
import { november } from "./directives/november";
import { october } from "./directives/october";
import { september } from "./directives/september";
import { cellIssuer, issuers } from "./issuers";
import { layOut } from "./layout";
import { between } from "./people";
import type { SampleDocument, SampleMember, SampleOrg } from "./sample-commune";

/** Cells beside the forest and far from the road. */
const highland = ["Khạ", "Ốc", "Lự", "Tớn", "Beo", "Khướng", "Phung", "Kho", "Cọi Ngheo", "Thung"];

/** Symbols as they are printed; where the series stood when the sample begins (numbers run over a term, domain.md 2.2). */
const series: Partial<Record<DocumentKind, readonly [symbol: string, last: number]>> = {
  nghi_quyet: ["NQ", 14],
  quyet_dinh: ["QĐ", 205],
  // Of the Party it shares the letters with Quyết định.
  quy_dinh: ["QĐ", 108],
  chi_thi: ["CT", 9],
  ket_luan: ["KL", 41],
  huong_dan: ["HD", 8],
  thong_bao: ["TB", 117],
  bao_cao: ["BC", 160],
  ke_hoach: ["KH", 63],
  chuong_trinh: ["CTr", 11],
  de_an: ["ĐA", 3],
  cong_van: ["CV", 471],
  giay_moi: ["GM", 90],
  tai_lieu: ["TL", 20],
};

/** Numbers rise by the day, leaving out those of papers that the cells never see; smaller bodies issue fewer. */
const createRegister = (draw: { next(): number }) => {
  const last = new Map<string, number>();
  return (directive: Directive, organ: string, form: "party" | "state"): string | undefined => {
    const known = series[directive.kind];
    if (!known || directive.kind === "tai_lieu") return undefined;
    const [symbol, start] = known;
    const isCell = organ === "CB";
    const key = `${directive.kind} ${isCell ? JSON.stringify(directive.from) : organ}`;
    const begin = organ === "ĐU" || organ === "UBND" ? start : Math.floor(start / 5);
    const serial = isCell ? 7 : (last.get(key) ?? begin) + between(draw, 1, 4);
    last.set(key, serial);
    const plain = form === "state" && directive.kind === "cong_van";
    return formatDocumentNumber({
      form,
      serial,
      ...(!plain && { symbol }),
      organ: plain ? `${organ}-VP` : organ,
    });
  };
};

const chooseCells = (cells: readonly SampleOrg[], of: SampleAudience | "all"): readonly SampleOrg[] => {
  switch (of) {
    case "villages":
    case "village-committees":
      return cells.filter(({ setting }) => setting === "village");
    case "highland":
      return cells.filter(({ name }) => highland.some((village) => name === `Chi bộ xóm ${village}`));
    case "schools":
      return cells.filter(({ setting }) => setting === "school");
    case "offices":
      return cells.filter(({ setting }) => setting === "office");
    default:
      return cells;
  }
};

const audienceOf = (directive: Directive, cells: readonly SampleOrg[]): SampleDocument["audience"] => {
  const to = directive.to ?? "all";
  if (to === "all") return "all";
  const ids = chooseCells(cells, to).map(({ id }) => id);
  return to.endsWith("committee") || to.endsWith("committees") ? { committees: ids } : { cells: ids };
};

const recipientsOf = (directive: Directive): string[] => [
  directive.to === "every-committee" || directive.to === "village-committees"
    ? "Chi ủy các chi bộ"
    : "Các chi bộ trực thuộc",
  "Thường trực Đảng ủy (để báo cáo)",
  typeof directive.from === "object" ? "Lưu Chi bộ" : "Lưu Văn phòng",
];

/** The sample's papers in the order of their days, laid out as such papers are. */
export const sampleDocuments = (
  cells: readonly SampleOrg[],
  members: readonly SampleMember[],
  random: Random & { next(): number },
): SampleDocument[] => {
  const numberOf = createRegister(random);
  const named = new Map<string, DocumentId>();
  const inOrder = [...august, ...september, ...october, ...november].sort((a, b) => (a.on < b.on ? -1 : 1));
  return inOrder.map((directive): SampleDocument => {
    const cell = typeof directive.from === "object" ? cellNamed(cells, directive.from.cell) : undefined;
    const issuer = cell
      ? cellIssuer(cell.name, secretaryOf(members, cell.id))
      : issuers[directive.from as keyof typeof issuers];
    const { kind, topic, abstract, own, urgency = "normal" } = directive;
    const number = numberOf(directive, issuer.organ, issuer.form);
    const id = newLocalId<DocumentId>(random);
    if (directive.as) named.set(directive.as, id);
    const body = bodyOf(kind, cell !== undefined, {
      topic,
      more: directive.more ?? [],
      own,
      grounds: directive.grounds ?? [],
      cells: directive.cells
        ? chooseCells(cells, directive.cells).map(({ id: org, name }) => ({
            name,
            members: members.filter((member) => member.org === org).length,
          }))
        : [],
      draw: random,
    });
    const facts = {
      issuer,
      kind,
      number,
      issuedOn: directive.on,
      abstract,
      recipients: recipientsOf(directive),
    };
    const supersedes = directive.replaces ? named.get(directive.replaces) : undefined;
    return {
      id,
      kind,
      ...(number && { number }),
      issuedOn: directive.on,
      abstract,
      issuer: issuer.name,
      urgency,
      ...(directive.acknowledgeBy && { acknowledgeBy: directive.acknowledgeBy }),
      ...(directive.expiresOn && { expiresOn: directive.expiresOn }),
      audience: cell ? { cells: [cell.id] } : audienceOf(directive, cells),
      publisher: cell ? { cell: cell.id } : { desk: issuers[directive.from as keyof typeof issuers].desk },
      text: { v: 1, blocks: layOut(facts, body) },
      withFile: directive.file === true,
      ...(supersedes && { supersedes }),
      ...(directive.recalled && { recalled: directive.recalled }),
    };
  });
};

const cellNamed = (cells: readonly SampleOrg[], name: string): SampleOrg => {
  const found = cells.find((cell) => cell.name === name);
  if (!found) throw new Error("a sample paper of no cell");
  return found;
};

const secretaryOf = (members: readonly SampleMember[], org: OrgId): string =>
  members.find((member) => member.org === org && member.role === "secretary")?.name ?? "";
