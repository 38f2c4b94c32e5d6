import * as v from "valibot";
import { deviceEnrolled, enrolmentOffered, keyScopes } from "../domain/enrolment";
import type { Entry } from "../domain/entry";
import { err, ok, type Result } from "../domain/result";
import { type EnrolmentTicket, parseEnrolmentLink } from "../protocol/enrolment-link";
import { proveEnrolment } from "../protocol/enrolment-proof";
import { createSigner, importPrivateKey } from "../protocol/keys";
import { parseEntry, signEntry } from "../protocol/signed-entry";
import { formatSigned, parseSigned } from "../protocol/sync-request";
import type { Core } from "./core";
import type { EnrolFailure, Identity } from "./device";
import { adoptPendingKey, loadSigner, makeKey } from "./keys/device-key";
import { getMeta, putMeta } from "./store/meta";
import type { MetaValues } from "./store/rows";
import type { HttpFailure } from "./sync/http";
import { withSilence } from "./sync/read-lines";

type Pending = MetaValues["pending"];

/**
 * Takes up the offer of a link: reads the offer, makes this device's key, has the link's one-time key vouch for it, and
 * tells the server. What was signed is kept before it is sent, so that a link tried again after a broken line takes up
 * the same enrolment, and is not "used" by this phone's own first try.
 */
export const enrol = async (
  core: Core,
  link: string,
  firstSync: () => Promise<void>,
): Promise<Result<Identity, EnrolFailure>> => {
  const ticket = parseEnrolmentLink(link);
  if (!ticket.ok) return ticket;
  const known = core.self();
  const identity = core.identity();
  if (known && identity) return known.root === ticket.value.root ? ok(identity) : err("wrong-commune");
  if (!known) {
    const taken = await core.deps.lock.run(lockName, () => takeUp(core, ticket.value));
    if (!taken.ok) return taken;
  }
  return whoAmI(core, firstSync);
};

/** One at a time on this phone: a second key would take the place of the one that the server knows. */
const lockName = "so-chi-bo/enrol";

const takeUp = async (core: Core, ticket: EnrolmentTicket): Promise<Result<true, EnrolFailure>> => {
  // Another press of the button, or another tab, was faster.
  const known = core.self() ?? (await getMeta(core.store.mirror, "self"));
  if (known) {
    if (!core.self()) await core.adopt(known);
    return known.root === ticket.root ? ok(true) : err("wrong-commune");
  }
  const pending = await prepare(core, ticket);
  if (!pending.ok) return pending;
  const sent = await core.http.open({ method: "POST", path: "/enrol", body: pending.value.enrolment });
  if (!sent.ok) return err(toFailure(sent.error));
  await adoptPendingKey(core.store.work);
  const { offer: _, ...self } = pending.value;
  await core.adopt(self);
  return ok(true);
};

/** The first sync brings the directory first; waits until it says who this is, not until everything came. */
const whoAmI = (core: Core, firstSync: () => Promise<void>): Promise<Result<Identity, EnrolFailure>> =>
  new Promise((resolve) => {
    const stop = core.keeper.watch().subscribe(() => {
      const identity = core.identity();
      if (identity) finish(ok(identity));
    });
    const finish = (result: Result<Identity, EnrolFailure>) => {
      stop();
      resolve(result);
    };
    void firstSync().then(() => {
      const identity = core.identity();
      finish(identity ? ok(identity) : err(core.state.getState().sync.problem ?? "offer-unknown"));
    });
  });

const prepare = async (core: Core, ticket: EnrolmentTicket): Promise<Result<Pending, EnrolFailure>> => {
  const before = await getMeta(core.store.mirror, "pending");
  if (before?.offer === ticket.offer && (await loadSigner(core.store.mirror, "pending"))) return ok(before);

  const clock = await learnTime(core);
  if (!clock.ok) return clock;
  const offer = await readOffer(core, ticket);
  if (!offer.ok) return offer;
  const { member, org, role, expires } = offer.value.body;
  if (core.clock.now() >= expires) return err("offer-expired");

  const signer = await makeKey(core.store, "pending");
  if (!signer) return err("keys-not-kept");
  const oneTime = await importPrivateKey(ticket.key)
    .then(createSigner)
    .catch(() => undefined);
  if (!oneTime) return err("damaged");
  const signed = await signEntry(
    signer,
    {
      type: deviceEnrolled.type,
      scopes: keyScopes(org, role === "office"),
      subject: member,
      body: {
        offer: ticket.offer,
        org,
        key: signer.key,
        proof: await proveEnrolment(oneTime, ticket.offer, signer.id),
      },
    },
    core.clock,
    core.deps.random,
  );
  const pending: Pending = {
    key: signer.id,
    root: ticket.root,
    member,
    enrolment: formatSigned(signed),
    offer: ticket.offer,
  };
  await putMeta(core.store.work, "pending", pending);
  return ok(pending);
};

const learnTime = async (core: Core): Promise<Result<true, EnrolFailure>> => {
  const sentAt = core.deps.clock.now();
  const response = await core.http.open({ method: "GET", path: "/time" });
  if (!response.ok) return err(toFailure(response.error));
  const body = await bodyOf(core, response.value);
  if (body === undefined) return err("unreachable");
  const now = readTime(body);
  if (now === undefined) return err("not-our-server");
  core.clock.learn(now, sentAt);
  return ok(true);
};

const readTime = (body: string): number | undefined => {
  try {
    const parsed = v.safeParse(v.object({ now: v.number() }), JSON.parse(body));
    return parsed.success ? parsed.output.now : undefined;
  } catch {
    return undefined;
  }
};

/** A short answer's text; undefined where it broke off or fell silent, and whoever waits would wait for ever. */
const bodyOf = (core: Core, response: Response): Promise<string | undefined> =>
  withSilence(response.text(), core.deps.timer).catch(() => undefined);

/**
 * The offer as the server shows it. Its signature is checked when the directory has come; here it only tells what to
 * sign. But it must name the link's own key, or someone answered for our server.
 */
const readOffer = async (
  core: Core,
  ticket: EnrolmentTicket,
): Promise<
  Result<Pick<Entry, "id"> & { readonly body: v.InferOutput<typeof enrolmentOffered.body> }, EnrolFailure>
> => {
  const response = await core.http.open({ method: "GET", path: `/offers/${ticket.offer}` });
  if (!response.ok) return err(toFailure(response.error));
  const answer = await bodyOf(core, response.value);
  if (answer === undefined) return err("unreachable");
  const signed = parseSigned(answer.trimEnd());
  const entry = signed && parseEntry(signed.payload);
  if (!entry?.ok || entry.value.type !== enrolmentOffered.type) return err("not-our-server");
  const body = v.safeParse(enrolmentOffered.body, entry.value.body);
  if (!body.success || entry.value.id !== ticket.offer) return err("not-our-server");
  const { key } = body.output;
  if (key.x !== ticket.key.x || key.y !== ticket.key.y) return err("damaged");
  return ok({ id: entry.value.id, body: body.output });
};

const toFailure = ({ refusal, problem }: HttpFailure): EnrolFailure => refusal ?? problem ?? "failed";
