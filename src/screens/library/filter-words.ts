import { t as find } from "../../i18n/find";
import { t } from "../../i18n/library";
import { t as papers } from "../../i18n/papers";
import type { Filter } from "./filter";

/** A search in words, as its button says it. */
export const filterWords = ({ words, show, kind, from, issuer, year, urgency, tasks }: Filter): string =>
  [
    words && `“${words}”`,
    show === "unread" && find("unread"),
    show === "to-acknowledge" && find("toAcknowledge"),
    kind && papers(kind),
    from && t(from === "cell" ? "fromCell" : "fromCommune"),
    issuer,
    year && find("ofYear", { year }),
    urgency && papers(urgency),
    tasks && t("withTasks"),
  ]
    .filter(Boolean)
    .join(" · ");
