/**
 * The wire's version, in every request. A server answers N, N-1 and N-2; a test pins the hash of all schemas
 * to this number, so that the wire cannot change without a line here.
 *
 * 1  the first.
 */
export const protocolVersion = 1;
/** The oldest version still served. It never rises by more than the versions above allow. */
export const oldestServed = 1;
