import { useMemo, useState } from "preact/hooks";
import { orgTree } from "../../device/audience";
import { type OfferResult, offerEnrolment } from "../../device/office/offers";
import { type Directory, type Member, membersOf } from "../../domain/directory";
import type { MemberId, OrgId } from "../../domain/ids";
import { t } from "../../i18n/office";
import { Button } from "../../ui/button";
import { usePageTitle } from "../../ui/page-title";
import { OrgTree } from "../org-tree";
import { useServices } from "../services";
import { useDirectory } from "../use-directory";
import { machineCounts } from "./cell-members";
import { EnrolmentSheet } from "./enrolment-sheet";
import { useKeptState } from "./kept-work";
import { makeLabel } from "./make-label";
import "./cells.css";
import "../field.css";

/** Choosing who gets a code, then the sheet with them. `chosen` is a cell to begin with. */
export const EnrolmentPage = ({ chosen }: { readonly chosen: string }) => {
  const { device } = useServices();
  const directory = useDirectory();
  const [cells, setCells] = useState<ReadonlySet<OrgId>>(new Set(chosen ? [chosen as OrgId] : []));
  const [left, setLeft] = useState<ReadonlySet<MemberId>>(new Set());
  const [onlyWithout, setOnlyWithout] = useState(true);
  const [busy, setBusy] = useState(false);
  const [result, show] = useKeptState<OfferResult>("codes");
  const tree = useMemo(() => (directory ? orgTree(directory) : []), [directory]);
  usePageTitle(t("enrolment"));
  if (!directory) return null;
  if (result) return <EnrolmentSheet result={result} directory={directory} onClose={() => show(undefined)} />;

  const candidates = candidatesOf(directory, cells, onlyWithout);
  const members = candidates.filter((member) => !left.has(member.id));
  const make = async () => {
    setBusy(true);
    show(await offerEnrolment(device, directory, members, location.origin));
    setBusy(false);
  };
  return (
    <div class="enrolment">
      <header class="office-head">
        <h1 tabIndex={-1}>{t("enrolment")}</h1>
      </header>
      <p class="office-note">{t("enrolmentText")}</p>
      <div class="enrolment-choice">
        <section>
          <h2 class="list-title">{t("enrolmentPick")}</h2>
          <OrgTree tree={tree} chosen={cells} onChange={setCells} />
        </section>
        <section>
          <label class="check">
            <input
              type="checkbox"
              checked={onlyWithout}
              onChange={(event) => setOnlyWithout(event.currentTarget.checked)}
            />
            {t("onlyWithout")}
          </label>
          <p class="pane-line" role="status">
            {t("chosenMembers", { n: members.length })}
          </p>
          <MemberTicks
            directory={directory}
            members={candidates}
            left={left}
            onToggle={(id) => setLeft(toggled(left, id))}
          />
          <Button disabled={busy || members.length === 0} onPress={() => void make()}>
            {makeLabel(busy, members.length)}
          </Button>
        </section>
      </div>
    </div>
  );
};

const candidatesOf = (directory: Directory, cells: ReadonlySet<OrgId>, onlyWithout: boolean): Member[] => {
  const machines = machineCounts(directory);
  return [...cells]
    .flatMap((cell) => membersOf(directory, cell))
    .filter((member) => !onlyWithout || !machines.has(member.id));
};

const toggled = (set: ReadonlySet<MemberId>, id: MemberId): ReadonlySet<MemberId> => {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
};

interface MemberTicksProps {
  readonly directory: Directory;
  readonly members: readonly Member[];
  /** Those unticked. */
  readonly left: ReadonlySet<MemberId>;
  readonly onToggle: (id: MemberId) => void;
}

/** Members one by one. */
export const MemberTicks = ({ directory, members, left, onToggle }: MemberTicksProps) => (
  <ul class="member-ticks">
    {members.map((member) => (
      <li key={member.id}>
        <label class="check">
          <input type="checkbox" checked={!left.has(member.id)} onChange={() => onToggle(member.id)} />
          <span>
            {member.name} <small>{directory.orgs.get(member.org)?.name}</small>
          </span>
        </label>
      </li>
    ))}
  </ul>
);
