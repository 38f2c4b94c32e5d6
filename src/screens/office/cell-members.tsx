import { useState } from "preact/hooks";
import { correctMember, grantRole, memberLeaves, moveMember } from "../../device/office/roster";
import type { Outcome } from "../../device/office/verdict";
import {
  type CellRole,
  cellRoles,
  type Directory,
  type Member,
  membersOf,
  type Org,
} from "../../domain/directory";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/office";
import { t as papers } from "../../i18n/papers";
import { Button, ButtonLink, IconButton } from "../../ui/button";
import { Confirm } from "../../ui/dialog";
import { useServices } from "../services";
import { AddMembersDialog } from "./add-members-dialog";
import { CorrectDialog } from "./correct-dialog";
import { MoveDialog } from "./move-dialog";
import { outcomeText } from "./outcome-text";
import "./table.css";
import "./pane.css";

interface CellMembersProps {
  readonly directory: Directory;
  readonly cell: Org;
  readonly onClose: () => void;
}

type Asked = { readonly what: "correct" | "move" | "leave"; readonly member: Member };

/** The members of one cell: role, machines, and what the office does with them. */
export const CellMembers = ({ directory, cell, onClose }: CellMembersProps) => {
  const { device, toast } = useServices();
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const members = membersOf(directory, cell.id);
  const machines = machineCounts(directory);
  const tell = async (work: Promise<Outcome>) => {
    setAsked(undefined);
    toast(outcomeText(await work));
  };
  return (
    <section class="cells-members" aria-label={cell.name}>
      <div class="pane-close">
        <IconButton icon="close" label={core("close")} onPress={onClose} />
      </div>
      <h2>{cell.name}</h2>
      <p class="pane-line">
        {t("members", { n: members.length })} ·{" "}
        {t("machinesOf", { n: members.filter((one) => machines.has(one.id)).length })}
      </p>
      <div class="cells-actions">
        <Button small onPress={() => setAdding(true)}>
          {t("addMembers")}
        </Button>
        <ButtonLink kind="quiet" small href={`/van-phong/ghi-danh/${cell.id}`}>
          {t("makeCode")}
        </ButtonLink>
      </div>
      <table class="office-table">
        <thead>
          <tr>
            <th scope="col">{t("memberName")}</th>
            <th scope="col">{t("memberKind")}</th>
            <th scope="col">{t("memberRole")}</th>
            <th scope="col">{t("memberMachines")}</th>
            <th scope="col">{t("actions")}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <th scope="row">{member.name}</th>
              <td data-label={t("memberKind")}>{t(member.kind)}</td>
              <td>
                <select
                  aria-label={`${t("memberRole")}: ${member.name}`}
                  value={directory.roles.get(member.id) ?? ""}
                  onChange={(event) =>
                    void tell(
                      grantRole(device, member, (event.currentTarget.value || null) as CellRole | null),
                    )
                  }
                >
                  <option value="">{t("noRole")}</option>
                  {cellRoles.map((role) => (
                    <option key={role} value={role}>
                      {papers(role)}
                    </option>
                  ))}
                </select>
              </td>
              <td data-label={t("memberMachines")}>{machines.get(member.id) ?? 0}</td>
              <td class="row-actions">
                <button
                  type="button"
                  class="text-button"
                  onClick={() => setAsked({ what: "correct", member })}
                >
                  {t("correct")}
                </button>
                <button type="button" class="text-button" onClick={() => setAsked({ what: "move", member })}>
                  {t("move")}
                </button>
                <button type="button" class="text-button" onClick={() => setAsked({ what: "leave", member })}>
                  {t("leaves")}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {adding && <AddMembersDialog cell={cell} known={members} onClose={() => setAdding(false)} />}
      {asked?.what === "correct" && (
        <CorrectDialog
          member={asked.member}
          onClose={() => setAsked(undefined)}
          onSave={(member) => void tell(correctMember(device, member))}
        />
      )}
      {asked?.what === "move" && (
        <MoveDialog
          directory={directory}
          member={asked.member}
          onClose={() => setAsked(undefined)}
          onMove={(to) => void tell(moveMember(device, directory, asked.member, to))}
        />
      )}
      {asked?.what === "leave" && (
        <Confirm
          title={t("leavesTitle", { name: asked.member.name })}
          text={t("leavesText")}
          yes={t("leaves")}
          no={core("cancel")}
          grave
          onYes={() => void tell(memberLeaves(device, asked.member))}
          onNo={() => setAsked(undefined)}
        />
      )}
    </section>
  );
};

/** Machines in use, member by member. */
export const machineCounts = (directory: Directory): Map<Member["id"], number> => {
  const counts = new Map<Member["id"], number>();
  for (const key of directory.keys.values())
    if (!directory.revoked.has(key.id)) counts.set(key.member, (counts.get(key.member) ?? 0) + 1);
  return counts;
};
