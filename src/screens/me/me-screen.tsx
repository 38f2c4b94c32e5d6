import { t } from "../../i18n/me";
import { t as papers } from "../../i18n/papers";
import { DisplayControls } from "../../ui/display-controls";
import { LinkRow, List } from "../../ui/list";
import { usePageTitle } from "../../ui/page-title";
import { Tag } from "../../ui/tag";
import "../place.css";
import { PhoneStatus } from "../phone-status";
import { useDeviceState } from "../services";
import { About } from "./about";
import { DirectoryAge } from "./directory-age";
import { InstallBox } from "./install-box";
import { LanguageChoice } from "./language-choice";
import { Leave } from "./leave";
import "./me.css";
import { PolicyChoice } from "./policy-choice";
import { SimpleBox } from "./simple-box";
import { StorageBox } from "./storage-box";

/** Who I am, this phone, and how it shows things. */
export const MeScreen = () => {
  usePageTitle(t("title"));
  return (
    <div class="place me">
      <header class="place-head">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <PhoneStatus />
      </header>
      <Who />
      <OutboxRow />
      <SimpleBox />
      <section>
        <h2 class="list-title">{t("display")}</h2>
        <div class="me-box">
          <DisplayControls />
          <LanguageChoice />
        </div>
      </section>
      <PolicyChoice />
      <StorageBox />
      <InstallBox />
      <DirectoryAge />
      <About />
      <Leave />
    </div>
  );
};

const Who = () => {
  const identity = useDeviceState((state) => state.identity);
  if (!identity) return null;
  return (
    <section class="me-who">
      <h2>{identity.name}</h2>
      <p>{papers(identity.role)}</p>
      <p>{identity.orgName}</p>
      <p class="soft">{identity.communeName}</p>
      {identity.office && (
        <>
          <p>
            <Tag>{t("office")}</Tag>
          </p>
          <a class="button main small" href="/van-phong">
            {t("openOffice")}
          </a>
        </>
      )}
      {(identity.role === "secretary" || identity.role === "deputy") && (
        <a class="button quiet small" href="/chi-bo">
          {t("openCell")}
        </a>
      )}
    </section>
  );
};

const OutboxRow = () => {
  const { waiting, refused } = useDeviceState((state) => state.outbox);
  const states = [
    ...(waiting ? [t("outboxSome", { n: waiting })] : []),
    ...(refused ? [t("outboxRefused", { n: refused })] : []),
  ];
  return (
    <List>
      <LinkRow href="/cho-gui" text={t("outbox")} detail={states.join(" · ") || t("outboxNone")} />
      <LinkRow href="/van-ban/ghi-chu" text={t("notes")} detail={t("notesText")} />
    </List>
  );
};
