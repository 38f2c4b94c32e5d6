import { useState } from "preact/hooks";
import { type OfferResult, offerEnrolment } from "../../device/office/offers";
import { membersOf } from "../../domain/directory";
import type { MemberId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/office";
import { t as papers } from "../../i18n/papers";
import { Button, ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { LinkRow, List } from "../../ui/list";
import { usePageTitle } from "../../ui/page-title";
import { Segmented } from "../../ui/segmented";
import { TopBar } from "../../ui/top-bar";
import { useDeviceState, useServices, useWatch } from "../services";
import { machineCounts } from "./cell-members";
import { EnrolmentSheet } from "./enrolment-sheet";
import { useKeptState } from "./kept-work";
import { makeLabel } from "./make-label";
import "./head.css";
import "./own-cell.css";
import { useDirectory } from "../use-directory";
import { useCoverage } from "./use-coverage";
import "./cells.css";
import "../field.css";

/** The secretary's page: his own members, who has a machine, and paper by paper who still lacks it. */
export const OwnCellScreen = () => {
  const { back } = useServices();
  const identity = useDeviceState((state) => state.identity);
  const [part, setPart] = useState<"papers" | "members">("papers");
  usePageTitle(t("ownCell"));
  if (identity?.role !== "secretary" && identity?.role !== "deputy")
    return (
      <EmptyState title={t("onlySecretary")} text={t("onlySecretaryText")}>
        <ButtonLink kind="quiet" href="/">
          {t("goLibrary")}
        </ButtonLink>
      </EmptyState>
    );
  return (
    <div class="own-cell">
      <TopBar backLabel={core("back")} onBack={() => back("/")} title={identity.orgName} />
      <div class="own-cell-parts">
        <Segmented
          label={t("ownCell")}
          hideLabel
          value={part}
          options={[
            { value: "papers", label: t("ownPapers") },
            { value: "members", label: t("ownMembers") },
          ]}
          onChange={setPart}
        />
      </div>
      {part === "papers" ? <OwnPapers /> : <OwnMembers org={identity.org} />}
    </div>
  );
};

const paperLimit = 100;

const OwnPapers = () => {
  const { device } = useServices();
  const found = useWatch(() => device.library.list({ show: "all", limit: paperLimit }), []);
  const { counts } = useCoverage(device, 0);
  return (
    <List>
      {found?.rows.map((row) => {
        const count = counts.get(row.id);
        return (
          <LinkRow
            key={row.id}
            href={`/chi-bo/${row.id}`}
            text={row.abstract}
            detail={row.number ?? papers(row.kind)}
            value={count && `${t("read")} ${t("nOf", { n: count.read, of: count.members })}`}
          />
        );
      })}
    </List>
  );
};

const OwnMembers = ({ org }: { readonly org: Parameters<typeof membersOf>[1] }) => {
  const { device } = useServices();
  const directory = useDirectory();
  const [chosen, setChosen] = useState<ReadonlySet<MemberId>>(new Set());
  const [busy, setBusy] = useState(false);
  const [result, show] = useKeptState<OfferResult>("own-codes");
  if (!directory) return null;
  if (result) return <EnrolmentSheet result={result} directory={directory} onClose={() => show(undefined)} />;
  const machines = machineCounts(directory);
  const members = membersOf(directory, org);
  const toggle = (id: MemberId) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const make = async () => {
    setBusy(true);
    const picked = members.filter((member) => chosen.has(member.id));
    show(await offerEnrolment(device, directory, picked, location.origin));
    setBusy(false);
  };
  return (
    <div class="own-members">
      <p class="office-note">
        {t("enrolmentTick")} {t("enrolmentText")}
      </p>
      <ul class="member-ticks">
        {members.map((member) => (
          <li key={member.id}>
            <label class="check">
              <input type="checkbox" checked={chosen.has(member.id)} onChange={() => toggle(member.id)} />
              <span>
                {member.name} <small>{t(machines.has(member.id) ? "hasMachine" : "noMachine")}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Button wide disabled={busy || chosen.size === 0} onPress={() => void make()}>
        {makeLabel(busy, chosen.size)}
      </Button>
    </div>
  );
};
