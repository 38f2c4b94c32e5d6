import { isEnded } from "../../device/tasks/task-order";
import type { TaskRow } from "../../device/tasks/tasks";
import { t } from "../../i18n/tasks";
import { ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { Fold } from "../../ui/fold";
import { usePageTitle } from "../../ui/page-title";
import { SkeletonRows } from "../../ui/skeleton-rows";
import "../place.css";
import { PhoneStatus } from "../phone-status";
import { useDeviceState } from "../services";
import { FilteredTasks } from "./filtered-tasks";
import { TaskRows } from "./task-rows";
import "./tasks.css";
import { TasksMissing, useTasks } from "./use-tasks";

/** One's own tasks; for who sits on the committee those of the cell; for the office those of all cells. */
export const TasksScreen = () => {
  const identity = useDeviceState((state) => state.identity);
  const { state, rows } = useTasks();
  usePageTitle(t("title"));
  const role = identity?.role ?? "member";
  const assigns = role === "secretary" || role === "deputy";
  const mine = rows?.filter((row) => row.mine) ?? [];
  const ofCell = role === "member" ? [] : (rows?.filter(({ host }) => host === identity?.org) ?? []);
  const elsewhere = identity?.office ? (rows?.filter(({ host }) => host !== identity.org) ?? []) : [];
  const empty = mine.length + ofCell.length + elsewhere.length === 0;
  return (
    <div class="place tasks">
      <header class="place-head">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <PhoneStatus />
      </header>
      {state.is === "missing" && <TasksMissing retry={state.retry} />}
      {state.is !== "missing" && !rows && <SkeletonRows />}
      {rows && empty && (
        <EmptyState
          title={t(assigns ? "emptySecretary" : "emptyMember")}
          text={t(assigns ? "emptySecretaryText" : "emptyMemberText")}
        />
      )}
      {rows && assigns && (
        <p class="tasks-assign">
          <ButtonLink wide href="/viec/moi">
            {t("assign")}
          </ButtonLink>
        </p>
      )}
      {mine.length > 0 && <Mine rows={mine} />}
      {ofCell.length > 0 && <FilteredTasks title={t("cell")} rows={ofCell} />}
      {elsewhere.length > 0 && <FilteredTasks title={t("elsewhere")} rows={elsewhere} withHost />}
    </div>
  );
};

/** What is to be done stands open; what is done is folded away. */
const Mine = ({ rows }: { readonly rows: readonly TaskRow[] }) => {
  const open = rows.filter((row) => !isEnded(row));
  const ended = rows.filter(isEnded);
  return (
    <section>
      <h2 class="list-title">{t("mine")}</h2>
      {open.length > 0 ? <TaskRows rows={open} /> : <p class="tasks-none">{t("mineNone")}</p>}
      {ended.length > 0 && (
        <Fold class="tasks-ended" title={t("mineEnded", { n: ended.length })}>
          <TaskRows rows={ended} />
        </Fold>
      )}
    </section>
  );
};
