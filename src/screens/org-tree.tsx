import { useEffect, useRef, useState } from "preact/hooks";
import { type OrgNode, tickOf, toggle } from "../device/audience";
import type { OrgId } from "../domain/ids";
import { t } from "../i18n/office";
import { IconButton } from "../ui/button";
import "./field.css";

interface OrgTreeProps {
  readonly tree: readonly OrgNode[];
  readonly chosen: ReadonlySet<OrgId>;
  readonly onChange: (chosen: ReadonlySet<OrgId>) => void;
}

/** The commune's organisations with a box each; a branch ticks all its cells, and is half ticked by some. */
export const OrgTree = ({ tree, chosen, onChange }: OrgTreeProps) => {
  const all = tree.flatMap((node) => node.cells);
  return (
    <fieldset class="org-tree">
      <legend class="unseen">{t("audienceTree")}</legend>
      <div class="org-tree-tools">
        <button type="button" class="text-button" onClick={() => onChange(new Set(all))}>
          {t("tickAll")}
        </button>
        <button type="button" class="text-button" onClick={() => onChange(new Set())}>
          {t("tickNone")}
        </button>
      </div>
      <ul>
        {tree.map((node) => (
          <Branch key={node.org.id} node={node} chosen={chosen} onChange={onChange} open={tree.length < 3} />
        ))}
      </ul>
    </fieldset>
  );
};

interface BranchProps extends Omit<OrgTreeProps, "tree"> {
  readonly node: OrgNode;
  readonly open: boolean;
}

const Branch = ({ node, chosen, onChange, open }: BranchProps) => {
  const [unfolded, setUnfolded] = useState(open);
  const tick = tickOf(node, chosen);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // A half tick can only be set from a script.
    if (box.current) box.current.indeterminate = tick === "some";
  }, [tick]);
  if (node.cells.length === 0) return null;
  const { name } = node.org;
  return (
    <li>
      <div class="org-row">
        {node.children.length > 0 ? (
          <IconButton
            icon={unfolded ? "down" : "next"}
            label={t(unfolded ? "collapse" : "expand", { name })}
            onPress={() => setUnfolded(!unfolded)}
          />
        ) : (
          <span class="org-leaf" />
        )}
        <label class="check">
          <input
            ref={box}
            type="checkbox"
            checked={tick === "all"}
            onChange={() => onChange(toggle(node, chosen))}
          />
          {name}
        </label>
      </div>
      {unfolded && node.children.length > 0 && (
        <ul>
          {node.children.map((child) => (
            <Branch key={child.org.id} node={child} chosen={chosen} onChange={onChange} open={false} />
          ))}
        </ul>
      )}
    </li>
  );
};
