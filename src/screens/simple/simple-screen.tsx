import { useEffect, useRef, useState } from "preact/hooks";
import type { MeetingRow } from "../../device/meetings/meetings";
import { t } from "../../i18n/simple";
import { Icon, type IconName } from "../../ui/icon";
import { usePageTitle } from "../../ui/page-title";
import { isPast, shortWhen } from "../meeting-when";
import { PhoneStatus } from "../phone-status";
import { useDeviceState, useServices, useWatch } from "../services";
import { useMeetings } from "../use-meetings";
import { usePart } from "../use-part";
import { usePartWatch } from "../use-part-watch";
import { keepDrawn, lastDrawn } from "./drawn-simple";

const silent = { subscribe: () => () => undefined };

/** The first page of the simple way: what an old member comes for, each one press away. */
export const SimpleScreen = () => {
  const page = useRef<HTMLDivElement>(null);
  const [drawn] = useState(lastDrawn);
  const doors = useDoors();
  usePageTitle(t("title"));
  useEffect(() => {
    if (page.current && doors) keepDrawn(page.current);
  });
  // Until the phone has answered the page stands as it was drawn last.
  if (!doors && drawn) return <div class="simple" dangerouslySetInnerHTML={{ __html: drawn }} />;
  return (
    <div class="simple" ref={page}>
      <Head />
      <nav class="simple-doors" aria-label={t("title")}>
        {(doors ?? emptyDoors()).map((door) => (
          <LargeDoor key={door.icon} {...door} />
        ))}
      </nav>
      <nav class="simple-more">
        <a href="/van-ban">{t("all")}</a>
        <a href="/toi">{t("me")}</a>
      </nav>
    </div>
  );
};

const Head = () => {
  const name = useDeviceState((state) => state.identity?.name);
  return (
    <header class="simple-head">
      <h1 tabIndex={-1}>{name ? t("hello", { name }) : t("title")}</h1>
      <PhoneStatus />
    </header>
  );
};

interface Door {
  readonly href: string;
  readonly icon: IconName;
  readonly text: string;
  readonly detail: string;
}

const LargeDoor = ({ href, icon, text, detail }: Door) => (
  <a class="simple-door" href={href}>
    <Icon name={icon} size={40} />
    <span>
      <b>{text}</b>
      {detail}
    </span>
  </a>
);

const emptyDoors = (): readonly Door[] => [
  { href: "/doc-moi", icon: "paper", text: t("read"), detail: "" },
  { href: "/hop", icon: "people", text: t("meet"), detail: "" },
  { href: "/viec", icon: "tasks", text: t("tasks"), detail: "" },
];

/** From so long before a meeting begins its button is the scanner, in milliseconds. */
const doorOpens = 2 * 3_600_000;

const meetDoor = (next: MeetingRow | undefined, now: number): Door => {
  const door = { icon: "people", text: t("meet") } as const;
  if (!next) return { ...door, href: "/hop", detail: t("meetNone") };
  const when = shortWhen(next.startsAt, now);
  const href = `/hop/${next.id}`;
  if (next.checkedInAt !== undefined) return { ...door, href, detail: t("meetCame", { when }) };
  const atDoor = next.startsAt - now < doorOpens && !next.runs;
  return atDoor
    ? { ...door, href: "/quet", detail: t("meetDoor", { when }) }
    : { ...door, href, detail: t("meetNext", { when }) };
};

/** The three buttons; undefined until the phone has said what waits behind the first. */
const useDoors = (): readonly Door[] | undefined => {
  const { device } = useServices();
  const counts = useWatch(() => device.library.counts(), [device]);
  const meetings = usePartWatch(useMeetings(), (all) => all.list())?.value;
  const tasksPart = usePart(() => device.tasks(), [device]);
  const tasks = tasksPart.is === "here" ? tasksPart.part : undefined;
  const rows = useWatch(() => tasks?.list() ?? silent, [tasks]);
  const now = device.now();
  if (!counts) return undefined;
  const next = meetings?.find((row) => row.cancelled === undefined && !row.closed && !isPast(row, now));
  const open = rows?.filter(
    ({ mine, standing }) => mine && ["waiting", "doing", "overdue"].includes(standing),
  ).length;
  return [
    counts.unread > 0
      ? { href: "/doc-moi", icon: "paper", text: t("read"), detail: t("readSome", { n: counts.unread }) }
      : { href: "/van-ban", icon: "paper", text: t("read"), detail: t("readNone") },
    meetings ? meetDoor(next, now) : { href: "/hop", icon: "people", text: t("meet"), detail: "" },
    {
      href: "/viec",
      icon: "tasks",
      text: t("tasks"),
      detail: open === undefined ? "" : open > 0 ? t("tasksSome", { n: open }) : t("tasksNone"),
    },
  ];
};
