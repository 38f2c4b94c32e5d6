import type { Overview } from "../../device/collections/collections";
import { t } from "../../i18n/collections";
import { LinkRow, List } from "../../ui/list";
import { packLine } from "../paper-pack";
import { useServices } from "../services";
import { GroupPage } from "./group-page";

/** All groups, each with how much waits in it. */
export const HubScreen = () => (
  <GroupPage title={t("title")} up="/" watch={(collections) => collections.overview()}>
    {(overview) => <Groups {...overview} />}
  </GroupPage>
);

const Groups = ({ unread, due, late, next, saved, topics }: Overview) => {
  const now = useServices().device.now();
  const dueText = late > 0 ? t("dueLate", { n: due, late }) : t("dueSome", { n: due });
  return (
    <List>
      <LinkRow
        href="/nhom/can-doc"
        text={t("toRead")}
        detail={unread > 0 ? t("toReadSome", { n: unread }) : t("toReadNone")}
      />
      <LinkRow href="/nhom/can-xac-nhan" text={t("due")} detail={due > 0 ? dueText : t("dueNone")} />
      <LinkRow href="/nhom/hop-toi" text={t("next")} detail={next ? packLine(next, now) : t("nextNone")} />
      <LinkRow
        href="/nhom/da-luu"
        text={t("saved")}
        detail={saved > 0 ? t("savedSome", { n: saved }) : t("savedNone")}
      />
      <LinkRow
        href="/nhom/chu-de"
        text={t("byTopic")}
        detail={topics > 0 ? t("byTopicSome", { n: topics }) : t("byTopicEmpty")}
      />
    </List>
  );
};
