import { useMemo } from "preact/hooks";
import { orgTree, scopesOfAudience } from "../device/audience";
import { type Directory, membersOf } from "../domain/directory";
import type { OrgId } from "../domain/ids";
import type { Scope } from "../domain/scope";
import { t } from "../i18n/office";
import { Segmented } from "../ui/segmented";
import "./audience.css";
import { OrgTree } from "./org-tree";

export type AudienceKind = "all" | "cells" | "committees";

interface AudiencePickerProps {
  readonly directory: Directory;
  readonly audience: AudienceKind;
  readonly cells: ReadonlySet<OrgId>;
  readonly onChange: (change: { audience?: AudienceKind; cells?: ReadonlySet<OrgId> }) => void;
}

/** Who gets a paper or is called: everyone, some cells, or only their committees. */
export const AudiencePicker = ({ directory, audience, cells, onChange }: AudiencePickerProps) => {
  const tree = useMemo(() => orgTree(directory), [directory]);
  return (
    <section class="audience">
      <Segmented
        label={t("audience")}
        value={audience}
        options={[
          { value: "all", label: t("audienceAll") },
          { value: "cells", label: t("audienceCells") },
          { value: "committees", label: t("audienceCommittees") },
        ]}
        onChange={(kind) => onChange({ audience: kind })}
      />
      {audience !== "all" && (
        <OrgTree tree={tree} chosen={cells} onChange={(chosen) => onChange({ cells: chosen })} />
      )}
      <p class="audience-count" role="status">
        {audienceText(directory, audience, cells)}
      </p>
    </section>
  );
};

/** The audience in words: "67 chi bộ, 1.657 đảng viên". */
export const audienceText = (
  directory: Directory,
  audience: AudienceKind,
  cells: ReadonlySet<OrgId>,
): string => {
  const chosen = audience === "all" ? orgTree(directory).flatMap((node) => node.cells) : [...cells];
  if (audience === "committees") return t("audienceCommitteeCount", { cells: chosen.length });
  return t("audienceCount", {
    cells: chosen.length,
    members: chosen.reduce((sum, cell) => sum + membersOf(directory, cell).length, 0),
  });
};

/** The scopes of what was picked; the office is always among the readers. */
export const scopesOfPick = (
  directory: Directory,
  audience: AudienceKind,
  cells: ReadonlySet<OrgId>,
): readonly Scope[] =>
  audience === "all" ? ["commune"] : scopesOfAudience(orgTree(directory), cells, audience === "committees");

/** What one would pick to reach these scopes again; everyone where there are none to go by. */
export const pickOfScopes = (
  scopes: readonly Scope[] = [],
): { readonly audience: AudienceKind; readonly cells: ReadonlySet<OrgId> } => {
  const within = (room: "cell:" | "committee:") =>
    new Set(scopes.flatMap((scope) => (scope.startsWith(room) ? [scope.slice(room.length) as OrgId] : [])));
  const [cells, committees] = [within("cell:"), within("committee:")];
  if (scopes.includes("commune")) return { audience: "all", cells: new Set() };
  if (cells.size > 0) return { audience: "cells", cells };
  return { audience: committees.size > 0 ? "committees" : "all", cells: committees };
};
