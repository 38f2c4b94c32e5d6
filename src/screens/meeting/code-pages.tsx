import type { MeetingId } from "../../domain/ids";
import { MeetingCodeScreen } from "./code-screen";
import { MeetingPosterScreen } from "./poster-screen";

interface CodePagesProps {
  readonly id: MeetingId;
  readonly path: string;
}

/** The code of a meeting on a screen and on a wall: one lazy part. */
export const CodePages = ({ id, path }: CodePagesProps) =>
  path.endsWith("/ma") ? <MeetingCodeScreen id={id} /> : <MeetingPosterScreen id={id} />;
