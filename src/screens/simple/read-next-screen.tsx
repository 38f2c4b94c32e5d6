import { useEffect } from "preact/hooks";
import { t } from "../../i18n/simple";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { useServices } from "../services";

/** Leads on to the first paper not read yet, or to all of them: one press on the first page opens a paper. */
export const ReadNextScreen = () => {
  const { device, navigate } = useServices();
  useEffect(() => {
    let left = false;
    const stop = device.library.list({ show: "unread", limit: 1 }).subscribe(({ rows: [first] }) => {
      if (left) return;
      left = true;
      navigate(first ? `/van-ban/${first.id}` : "/van-ban", { replace: true });
    });
    return () => {
      left = true;
      stop();
    };
  }, [device]);
  return (
    <div>
      <h1 class="unseen" tabIndex={-1}>
        {t("finding")}
      </h1>
      <SkeletonRows />
    </div>
  );
};
