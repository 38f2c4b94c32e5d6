import type { Collections, PackPaper, PaperPack } from "../../device/collections/collections";
import { t } from "../../i18n/collections";
import { t as photosText } from "../../i18n/meeting-photos";
import { t as papersText } from "../../i18n/papers";
import { ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { LinkRow, List, Row } from "../../ui/list";
import { longWhen } from "../meeting-when";
import { PackState } from "../paper-pack";
import { GroupPage } from "./group-page";

/** The papers of the next meeting that has any, as they lie on this phone. */
export const NextScreen = () => (
  <GroupPage title={t("next")} up="/nhom" watch={(collections) => collections.nextPack()}>
    {(pack, collections) =>
      pack ? (
        <Next pack={pack} collections={collections} />
      ) : (
        <EmptyState title={t("nextEmpty")} text={t("nextEmptyText")} />
      )
    }
  </GroupPage>
);

const Next = ({ pack, collections }: { readonly pack: PaperPack; readonly collections: Collections }) => (
  <>
    <div class="group-head">
      <h2>{pack.meeting.title}</h2>
      <p>{longWhen(pack.meeting.startsAt)}</p>
      <p>{pack.meeting.place}</p>
    </div>
    <PackState pack={pack} collections={collections} />
    <List>
      {pack.papers.map((paper) => (
        <PackRow key={paper.id} paper={paper} />
      ))}
      {pack.photos.map(({ photo, title, pages, here }) => (
        <LinkRow
          key={photo}
          href={`/hop/${pack.meeting.id}`}
          text={title}
          detail={
            here === pages
              ? photosText("photoHere", { n: pages })
              : photosText("photoAway", { here, n: pages })
          }
        />
      ))}
    </List>
    <p class="group-more">
      <ButtonLink kind="quiet" wide href={`/hop/${pack.meeting.id}`}>
        {t("openMeeting")}
      </ButtonLink>
    </p>
  </>
);

const lackWords = { paper: "lacksPaper", text: "lacksText", file: "lacksFile" } as const;

const PackRow = ({ paper: { id, row, lacks, withdrawn } }: { readonly paper: PackPaper }) => {
  if (withdrawn) return <Row text={t("withdrawn")} />;
  if (!row) return <Row text={t("unknownPaper")} />;
  const name = row.number ?? papersText(row.kind);
  return (
    <LinkRow
      href={`/van-ban/${id}`}
      text={row.abstract}
      detail={`${name} · ${t(lacks ? lackWords[lacks] : "here")}`}
    />
  );
};
