import type { SyncProblem } from "../device/device";
import type { Refusal } from "../domain/refusal";
import { vi as own, t } from "../i18n/fetching";
import { problemText } from "./problem-text";

const isOwn = (code: string): code is keyof typeof own => code in own;

/** Why something could not be fetched: most codes are told to who sends, and to who publishes a damaged file. */
export const fetchProblemText = (code: Refusal | SyncProblem): string =>
  isOwn(code) ? t(code) : problemText(code);
