import type { ComponentType, FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n/core";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

export type LazyScreen<Props> = FunctionComponent<Props> & { readonly preload: () => Promise<void> };

/** A screen in a chunk of its own. Where the chunk cannot be had, the page says so and offers to try again. */
export const lazyScreen = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyScreen<Props> => {
  let Loaded: ComponentType<Props> | undefined;
  const preload = async () => {
    Loaded ??= await load();
  };
  const Lazy = (props: Props) => {
    const [state, setState] = useState<"waiting" | "here" | "missing">(Loaded ? "here" : "waiting");
    useEffect(() => {
      if (state !== "waiting") return;
      let gone = false;
      preload().then(
        () => !gone && setState("here"),
        () => !gone && setState("missing"),
      );
      return () => {
        gone = true;
      };
    }, [state]);
    if (Loaded) return <Loaded {...props} />;
    if (state === "missing")
      return (
        <EmptyState page title={t("chunkTitle")} text={t("chunkText")}>
          <Button onPress={() => setState("waiting")}>{t("retry")}</Button>
        </EmptyState>
      );
    return (
      <p class="unseen" role="status">
        {t("loading")}
      </p>
    );
  };
  return Object.assign(Lazy, { preload });
};
