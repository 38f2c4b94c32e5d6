import type { Clock } from "../../domain/clock";
import type { KeyId } from "../../domain/ids";
import type { SignedEntry } from "../../protocol/signed-entry";
import type { Blobs } from "../blobs/blobs";
import type { Coverage } from "../coverage/coverage";
import type { Log, Principal } from "../log/log";
import type { StaticFiles } from "./static-files";
import type { TokenBuckets } from "./token-bucket";

/** All that the app needs from outside. Nothing else is reached for, so a test can hand in any of it. */
export interface AppParts {
  readonly log: Log;
  readonly blobs: Blobs;
  readonly coverage: Coverage;
  /** The entry that revoked a key, for the phone to check before it wipes itself. */
  readonly revocationOf: (key: KeyId) => Promise<SignedEntry | undefined>;
  readonly clock: Clock;
  readonly limits: RequestLimits;
  /** The client as it was built; undefined where only the API is served. */
  readonly files?: StaticFiles | undefined;
  /** Where people reach the app, without a slash at its end. */
  readonly origin: string;
  /** Told one line a request, or what went wrong inside: never content, never names. */
  readonly say: (line: string) => void;
}

export interface RequestLimits {
  /** Of one device, by its key. */
  readonly device: TokenBuckets;
  /** Of one address, for what needs no key and for keys that do not check. Many phones share an address. */
  readonly address: TokenBuckets;
  /** Failed enrolments of one address. */
  readonly enrolment: TokenBuckets;
  /** A body whose next piece does not come within this many milliseconds is given up. */
  readonly idle: number;
}

export interface AppEnv {
  /** The sender's address, as the composition root knows it from the socket or a trusted proxy. */
  Bindings: { readonly address?: string };
  Variables: { principal: Principal };
}
