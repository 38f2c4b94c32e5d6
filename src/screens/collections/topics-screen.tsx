import type { TopicKey, TopicRow } from "../../device/collections/collections";
import { type Topic, topics } from "../../domain/topic";
import { t } from "../../i18n/collections";
import { EmptyState } from "../../ui/empty-state";
import { LinkRow, List } from "../../ui/list";
import { GroupPage } from "./group-page";
import { GroupRows } from "./group-rows";

const nameOf = (key: TopicKey): string => {
  if (key.is === "label") return key.label;
  return t(key.is === "topic" ? key.topic : "none");
};

/** The reader's own names behind `-`, so that none of them can be a topic of the phone. */
const pathOf = (key: TopicKey): string =>
  `/nhom/chu-de/${key.is === "label" ? `-${encodeURIComponent(key.label)}` : key.is === "topic" ? key.topic : "none"}`;

/** The topic that a path names; undefined where it is none. */
export const topicIn = (path: string): TopicKey | undefined => {
  const name = path.slice("/nhom/chu-de/".length);
  if (name === "none") return { is: "none" };
  if (topics.some((topic) => topic === name)) return { is: "topic", topic: name as Topic };
  if (!name.startsWith("-")) return undefined;
  try {
    return { is: "label", label: decodeURIComponent(name.slice(1)) };
  } catch {
    return undefined;
  }
};

/** What the papers on this phone are about. */
export const TopicsScreen = () => (
  <GroupPage title={t("byTopic")} up="/nhom" watch={(collections) => collections.topics()}>
    {(rows) =>
      rows.length > 0 ? (
        <Topics rows={rows} />
      ) : (
        <EmptyState title={t("byTopicEmpty")} text={t("byTopicEmptyText")} />
      )
    }
  </GroupPage>
);

const Topics = ({ rows }: { readonly rows: readonly TopicRow[] }) => {
  const own = rows.filter(({ key }) => key.is === "label");
  const others = rows.filter(({ key }) => key.is !== "label");
  return (
    <>
      <p class="group-note">{t("byTopicText")}</p>
      {own.length > 0 && <TopicList title={t("ownTopics")} rows={own} />}
      {others.length > 0 && <TopicList title={t("otherTopics")} rows={others} />}
    </>
  );
};

const TopicList = ({ title, rows }: { readonly title: string; readonly rows: readonly TopicRow[] }) => (
  <List title={title}>
    {rows.map(({ key, papers, unread }) => (
      <LinkRow
        key={pathOf(key)}
        href={pathOf(key)}
        text={nameOf(key)}
        detail={unread > 0 ? t("unreadOf", { n: papers, unread }) : t("papers", { n: papers })}
      />
    ))}
  </List>
);

/** The papers of one topic, the newest first. */
export const TopicScreen = ({ topic }: { readonly topic: TopicKey }) => (
  <GroupPage title={nameOf(topic)} up="/nhom/chu-de" watch={(collections) => collections.topic(topic)}>
    {(rows) =>
      rows.length > 0 ? (
        <GroupRows label={nameOf(topic)} rows={rows} />
      ) : (
        <EmptyState title={t("topicEmpty")} text={t("topicEmptyText")} />
      )
    }
  </GroupPage>
);
