import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { t } from "../../i18n/office";
import { Tag } from "../../ui/tag";
import "./field.css";

interface FieldProps {
  readonly label: string;
  /** The value stands as the paper suggested it. */
  readonly suggested?: boolean;
  readonly optional?: boolean;
  readonly note?: string | undefined;
  /** Gets the id of the control and of its note. */
  readonly children: (id: string, note: string) => ComponentChildren;
}

/** A labelled control; where a value was only suggested it says so until somebody touches it. */
export const Field = ({ label, suggested, optional, note, children }: FieldProps) => {
  const id = useId();
  return (
    <div class={`field${suggested ? " suggested" : ""}`}>
      <label for={id}>
        {label} {optional && <small>({t("optional")})</small>}{" "}
        {suggested && <Tag tone="gold">{t("suggested")}</Tag>}
      </label>
      {children(id, `${id}-note`)}
      {note && <small id={`${id}-note`}>{note}</small>}
    </div>
  );
};
