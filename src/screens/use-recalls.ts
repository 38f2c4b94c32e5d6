import type { OutboxItem } from "../device/device";
import { documentRecalled } from "../domain/document";
import { useServices, useWatch } from "./services";

/** Recalls written here that have not come true: on their way, or refused. By paper, the latest. */
export const useRecalls = (): ReadonlyMap<string, OutboxItem> => {
  const { device } = useServices();
  const items = useWatch(() => device.outbox.items(), []) ?? [];
  return new Map(
    items.filter(({ type }) => type === documentRecalled.type).map((item) => [item.subject, item]),
  );
};
