import type { TaskDraft, TaskRow } from "../../device/tasks/tasks";
import { dayAt } from "../../domain/commune-day";
import type { MemberId } from "../../domain/ids";
import { t } from "../../i18n/tasks";

/** The form as it stands. */
export interface FormDraft {
  readonly text: string;
  readonly lead: MemberId | "";
  readonly support: readonly MemberId[];
  /** `YYYY-MM-DD`, as the browser's own field writes it; empty for no day. */
  readonly dueOn: string;
}

export const emptyDraft: FormDraft = { text: "", lead: "", support: [], dueOn: "" };

export const draftOf = ({ text, lead, support, dueOn }: TaskRow): FormDraft => ({
  text,
  lead: lead.id,
  support: support.map(({ id }) => id),
  dueOn: dueOn ?? "",
});

/** What is wrong, field by field. */
export type DraftProblems = { readonly [field in "text" | "lead" | "support" | "dueOn"]?: string };

/** As `task.assigned` takes them. */
const mostLetters = 1000;
const mostSupport = 20;

/** The task as it would be assigned, or what stands in its way. A day that was set before may have passed. */
export const readDraft = (
  { text, lead, support, dueOn }: FormDraft,
  now: number,
  dueBefore = "",
): { readonly problems: DraftProblems } | { readonly task: TaskDraft } => {
  const { length } = text.normalize("NFC").trim();
  const others = support.filter((one) => one !== lead);
  const found: { readonly [field in keyof DraftProblems]: string | undefined } = {
    text: length === 0 ? t("textMissing") : length > mostLetters ? t("textLong") : undefined,
    lead: lead ? undefined : t("leadMissing"),
    support: others.length > mostSupport ? t("supportMany") : undefined,
    dueOn: dueOn && dueOn !== dueBefore && dueOn < dayAt(now) ? t("duePast") : undefined,
  };
  const problems = Object.fromEntries(Object.entries(found).filter(([, text]) => text)) as DraftProblems;
  if (!lead || Object.keys(problems).length > 0) return { problems };
  return { task: { text: text.trim(), lead, support: others, ...(dueOn && { dueOn }) } };
};
