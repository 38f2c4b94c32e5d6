import { useState } from "preact/hooks";
import type { OrgId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting-call";
import { ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { TopBar } from "../../ui/top-bar";
import { type AudienceKind, AudiencePicker, scopesOfPick } from "../audience-picker";
import { useDeviceState, useServices } from "../services";
import { useDirectory } from "../use-directory";
import { MeetingsMissing, useMeetings } from "../use-meetings";
import { changeDraft, newDraft } from "./call-draft";
import { CallForm } from "./call-form";
import { lastPlace } from "./kept-draft";
import { useTemplates } from "./use-template";

/** The office calls a conference: of everyone, of some cells, or of their committees. */
export const CallConferenceScreen = () => {
  const { back } = useServices();
  const office = useDeviceState((state) => state.identity?.office ?? false);
  usePageTitle(t("conferenceTitle"));
  return (
    <div class="meeting">
      <TopBar backLabel={core("back")} onBack={() => back("/hop")} title={t("conferenceTitle")} />
      {office ? (
        <NewConference />
      ) : (
        <EmptyState title={t("onlyOffice")} text={t("onlyOfficeText")}>
          <ButtonLink kind="quiet" href="/hop">
            {core("meeting")}
          </ButtonLink>
        </EmptyState>
      )}
    </div>
  );
};

/** A conference is of no sort of place. */
const noSetting = { value: undefined };

const NewConference = () => {
  const { device, navigate } = useServices();
  const state = useMeetings();
  const directory = useDirectory();
  const templates = useTemplates(state.is === "here" ? state.part : undefined, noSetting);
  const [audience, setAudience] = useState<AudienceKind>("all");
  const [cells, setCells] = useState<ReadonlySet<OrgId>>(new Set());
  if (state.is === "missing") return <MeetingsMissing retry={state.retry} />;
  if (state.is === "loading" || !directory || !templates) return <SkeletonRows />;
  const nobody = audience !== "all" && cells.size === 0;
  return (
    <CallForm
      start={changeDraft(
        newDraft(device.now(), lastPlace(), templates.agendaFor),
        { kind: "conference", time: "08:00" },
        templates.agendaFor,
      )}
      keptAs="conference"
      fixedKind
      templates={templates}
      onKeep={state.part.keepAgenda}
      refused={nobody ? t("nobodyCalled") : undefined}
      photos={state.part.photos}
      onSend={async (draft, photos) => {
        const id = await state.part.call(draft, scopesOfPick(directory, audience, cells), photos);
        return () => navigate(`/hop/${id}`, { replace: true });
      }}
    >
      <AudiencePicker
        directory={directory}
        audience={audience}
        cells={cells}
        onChange={(change) => {
          if (change.audience) setAudience(change.audience);
          if (change.cells) setCells(change.cells);
        }}
      />
    </CallForm>
  );
};
