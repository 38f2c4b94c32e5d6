import type { ComponentChild } from "preact";
import type { DocumentId } from "../../domain/ids";
import { t } from "../../i18n/office";
import { ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { useDeviceState } from "../services";
import { CellsPage } from "./cells-page";
import { DevicesPage } from "./devices-page";
import { EnrolmentPage } from "./enrolment-page";
import "./head.css";
import { OfficeMenu } from "./office-menu";
import "./office.css";
import { PublishPage } from "./publish-page";
import { RegisterPage } from "./register-page";
import { SheetPage } from "./sheet-page";

export const officePath = "/van-phong";

interface Part {
  /** What follows `/van-phong` in the path. */
  readonly path: string;
  readonly label: () => string;
  readonly page: (rest: string) => ComponentChild;
}

const parts: readonly Part[] = [
  { path: "", label: () => t("registerMenu"), page: () => <RegisterPage /> },
  {
    path: "/phat-hanh",
    label: () => t("publishMenu"),
    page: (rest) => <PublishPage key={rest} replaces={rest ? (rest as DocumentId) : undefined} />,
  },
  { path: "/chi-bo", label: () => t("cellsMenu"), page: () => <CellsPage /> },
  {
    path: "/ghi-danh",
    label: () => t("enrolmentMenu"),
    page: (rest) => <EnrolmentPage key={rest} chosen={rest} />,
  },
  { path: "/cham-diem", label: () => t("sheetMenu"), page: () => <SheetPage /> },
  { path: "/may", label: () => t("devicesMenu"), page: () => <DevicesPage /> },
];

/** The desk of the commune office: a menu at the side, one part at a time beside it. */
export const OfficeScreen = ({ path }: { readonly path: string }) => {
  const identity = useDeviceState((state) => state.identity);
  if (!identity?.office)
    return (
      <EmptyState title={t("onlyOffice")} text={t("onlyOfficeText")}>
        <ButtonLink kind="quiet" href="/">
          {t("goLibrary")}
        </ButtonLink>
      </EmptyState>
    );
  const [, first = "", rest = ""] = path.slice(officePath.length).split("/");
  const part = parts.find((one) => one.path === (first && `/${first}`)) ?? parts[0];
  return (
    <div class="office">
      <OfficeMenu
        communeName={identity.communeName}
        parts={parts.map((one) => ({ href: officePath + one.path, label: one.label(), here: one === part }))}
      />
      <div class="office-page">{part?.page(rest)}</div>
    </div>
  );
};
