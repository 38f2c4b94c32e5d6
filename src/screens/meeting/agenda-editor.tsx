import { useRef, useState } from "preact/hooks";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting-call";
import { Button, IconButton } from "../../ui/button";
import { Confirm } from "../../ui/dialog";
import { Fold } from "../../ui/fold";
import { isWrongPoint, type Point } from "./call-draft";

interface AgendaEditorProps {
  readonly agenda: readonly Point[];
  readonly problem: string | undefined;
  /** Changed by the person: the template then asks before it takes its place. */
  readonly own: boolean;
  readonly onChange: (agenda: readonly Point[]) => void;
  readonly onTemplate: () => void;
  /** The template is one that this host keeps. */
  readonly ownTemplate: boolean;
  /** Keeps the agenda as it stands for the meetings to come. */
  readonly onKeep: () => void;
  /** Goes back to the built-in one. */
  readonly onForget: () => void;
}

const most = 40;

/** Points of the agenda, folded away since the usual ones stand: each a line to change, move or remove. */
export const AgendaEditor = (props: AgendaEditorProps) => {
  const { agenda, problem, own, ownTemplate, onChange, onTemplate, onKeep, onForget } = props;
  const list = useRef<HTMLOListElement>(null);
  const [asking, setAsking] = useState(false);
  const set = (key: number, text: string) =>
    onChange(agenda.map((point) => (point.key === key ? { key, text } : point)));
  const move = (from: number, by: -1 | 1) => {
    const moved = agenda[from];
    if (!moved) return;
    const rest = agenda.filter((_, i) => i !== from);
    onChange([...rest.slice(0, from + by), moved, ...rest.slice(from + by)]);
  };
  const add = () => {
    onChange([...agenda, { key: Math.max(-1, ...agenda.map(({ key }) => key)) + 1, text: "" }]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("li:last-child textarea")?.focus());
  };
  return (
    <Fold
      title={t("agendaOf", { n: agenda.filter(({ text }) => text.trim()).length })}
      open={problem !== undefined}
    >
      <fieldset class="agenda-editor" aria-label={t("agenda")}>
        <ol ref={list}>
          {agenda.map(({ key, text }, i) => (
            <li key={key}>
              <textarea
                aria-label={t("point", { n: i + 1 })}
                {...((problem ? isWrongPoint(text) : text.trim().length > 300) && { "aria-invalid": true })}
                rows={2}
                value={text}
                onInput={(event) => set(key, event.currentTarget.value.replaceAll("\n", " "))}
              />
              <span class="agenda-tools">
                <b aria-hidden="true">{i + 1}.</b>
                <IconButton
                  icon="up"
                  label={t("up", { n: i + 1 })}
                  disabled={i === 0}
                  onPress={() => move(i, -1)}
                />
                <IconButton
                  icon="down"
                  label={t("down", { n: i + 1 })}
                  disabled={i === agenda.length - 1}
                  onPress={() => move(i, 1)}
                />
                <IconButton
                  icon="close"
                  label={t("remove", { n: i + 1 })}
                  onPress={() => onChange(agenda.filter((point) => point.key !== key))}
                />
              </span>
            </li>
          ))}
        </ol>
        {problem && (
          <p class="field-problem" role="alert">
            {problem}
          </p>
        )}
        <div class="meeting-actions">
          <Button kind="quiet" small disabled={agenda.length >= most} onPress={add}>
            {t("addPoint")}
          </Button>
          {own && (
            <Button kind="quiet" small onPress={() => setAsking(true)}>
              {t("template")}
            </Button>
          )}
          {own && agenda.some(({ text }) => text.trim()) && (
            <Button kind="quiet" small onPress={onKeep}>
              {t("keepAgenda")}
            </Button>
          )}
          {!own && ownTemplate && (
            <Button kind="quiet" small onPress={onForget}>
              {t("forgetAgenda")}
            </Button>
          )}
        </div>
        {asking && (
          <Confirm
            title={t("templateTitle")}
            text={t("templateText")}
            yes={t("templateYes")}
            no={core("cancel")}
            onYes={() => {
              setAsking(false);
              onTemplate();
            }}
            onNo={() => setAsking(false)}
          />
        )}
      </fieldset>
    </Fold>
  );
};
