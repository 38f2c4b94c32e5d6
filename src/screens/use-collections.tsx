import type { Collections } from "../device/collections/collections";
import { t } from "../i18n/collections";
import { PartMissing } from "./part-missing";
import { useServices } from "./services";
import { type PartState, usePart } from "./use-part";

export type CollectionsState = PartState<Collections>;

/** Fetches the part of the device that knows papers in groups. */
export const useCollections = (): CollectionsState => {
  const { device } = useServices();
  return usePart(() => device.collections(), [device]);
};

/** In place of a page whose chunk could not be had. */
export const CollectionsMissing = ({ retry }: { readonly retry: () => void }) => (
  <PartMissing title={t("unavailable")} text={t("unavailableText")} retry={retry} />
);
