import { useState } from "preact/hooks";
import type { MeetingDetail, Meetings } from "../../device/meetings/meetings";
import type { PhotoRow } from "../../device/photos/photos";
import type { PhotoId } from "../../domain/ids";
import { t } from "../../i18n/meeting";
import { t as photosText } from "../../i18n/meeting-photos";
import { t as papersText } from "../../i18n/papers";
import { ButtonRow, LinkRow, List, Row } from "../../ui/list";
import { isPast } from "../meeting-when";
import { PackState } from "../paper-pack";
import { useServices } from "../services";
import { useCollections } from "../use-collections";
import { useWrite } from "../use-meetings";
import { usePartWatch } from "../use-part-watch";
import { FetchPhotos } from "./fetch-photos";
import { PhotoViewer } from "./photo-viewer";
import "./photos.css";

interface MeetingPapersProps {
  readonly meeting: MeetingDetail;
  readonly meetings: Meetings;
}

const photoState = ({ pages, here, unsent, leaving }: PhotoRow): string => {
  const n = pages.length;
  if (leaving) return photosText("photoLeaving", { n });
  if (here < n) return photosText("photoAway", { here, n });
  return photosText(unsent ? "photoUnsent" : "photoHere", { n });
};

/** Papers of a meeting: of the library, as links where they are on this phone, and photographed ones. */
export const MeetingPapers = ({ meeting, meetings }: MeetingPapersProps) => {
  const { papers, photos } = meeting;
  const { device, toast } = useServices();
  const write = useWrite();
  const [open, setOpen] = useState<PhotoId>();
  const n = papers.length + photos.length;
  if (n === 0) return null;
  const over = meeting.closed || meeting.cancelled !== undefined || isPast(meeting, device.now());
  const shown = photos.find(({ photo }) => photo === open);
  const takeBack = async (photo: PhotoId) => {
    const done = await write(() => meetings.photos.takeBack(meeting.id, photo));
    if (done) toast(photosText("takenBack"));
    return done;
  };
  return (
    <>
      <List title={t("papers")}>
        {!over && <Pack meeting={meeting} />}
        {papers.map(({ id, row }) =>
          row ? (
            <LinkRow
              key={id}
              href={`/van-ban/${id}`}
              text={row.abstract}
              detail={row.number ?? papersText(row.kind)}
            />
          ) : (
            <Row key={id} text={t("paperAway")} detail={t("paperAwayText")} />
          ),
        )}
        {photos.map((one) => (
          <ButtonRow
            key={one.photo}
            text={one.title}
            detail={photoState(one)}
            onPress={() => setOpen(one.photo)}
          />
        ))}
      </List>
      {over && <FetchPhotos id={meeting.id} photos={photos} part={meetings.photos} />}
      {shown && (
        <PhotoViewer
          paper={shown}
          photos={meetings.photos}
          onTakeBack={
            meeting.runs && !meeting.closed && !shown.leaving ? () => takeBack(shown.photo) : undefined
          }
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
};

/** What of them is here, until the meeting is over; afterwards its papers are papers like all others. */
const Pack = ({ meeting }: { readonly meeting: MeetingDetail }) => {
  const state = useCollections();
  const pack = usePartWatch(state, (collections) => collections.pack(meeting.id), meeting.id)?.value;
  return state.is === "here" && pack ? <PackState pack={pack} collections={state.part} /> : null;
};
