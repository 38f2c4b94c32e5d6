import type { ComponentChild } from "preact";
import type { Collections } from "../../device/collections/collections";
import type { Watch } from "../../device/device";
import { t as core } from "../../i18n/core";
import { usePageTitle } from "../../ui/page-title";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { TopBar } from "../../ui/top-bar";
import "../place.css";
import { useServices } from "../services";
import { CollectionsMissing, useCollections } from "../use-collections";
import { usePartWatch } from "../use-part-watch";
import "./collections.css";

interface GroupPageProps<T> {
  readonly title: string;
  /** Where back leads when the app was opened right here. */
  readonly up: string;
  readonly watch: (collections: Collections) => Watch<T>;
  readonly children: (value: T, collections: Collections) => ComponentChild;
}

/** The frame of every page of groups: its bar, and what stands there while its papers are not known. */
export const GroupPage = <T,>({ title, up, watch, children }: GroupPageProps<T>) => {
  const { back } = useServices();
  const state = useCollections();
  const found = usePartWatch(state, watch, title);
  usePageTitle(title);
  return (
    <div class="place groups">
      <TopBar backLabel={core("back")} onBack={() => back(up)} title={title} />
      {state.is === "missing" && <CollectionsMissing retry={state.retry} />}
      {state.is !== "missing" && !found && <SkeletonRows />}
      {state.is === "here" && found && children(found.value, state.part)}
    </div>
  );
};
