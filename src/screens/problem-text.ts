import type { EnrolFailure, SyncProblem } from "../device/device";
import type { Refusal } from "../domain/refusal";
import { t } from "../i18n/problems";

/** What happened, that nothing is lost, what to do: for every code there is (the compiler sees to it). */
export const problemText = (code: Refusal | SyncProblem | EnrolFailure): string => t(code);
