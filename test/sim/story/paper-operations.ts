import { publish } from "../../../src/device/office/publish";
import { recall } from "../../../src/device/office/recall";
import { cellScope, type Scope } from "../../../src/domain/scope";
import { worldNow } from "../world/loop";
import { day, type Operation, papersOn, words } from "./acting";

/** What people do with papers. */
export const paperOperations = {
  publish: (world, _phone, { device }) => {
    const { identity } = device.state.getState();
    if (!identity) return undefined;
    const own: Scope[] = [cellScope(identity.org), "office"];
    const target = world.chance.pick(world.founding.cells);
    const scopes: Scope[] = !identity.office
      ? own
      : world.chance.yes(0.6) || !target
        ? ["commune"]
        : [cellScope(target), "office"];
    const text = {
      v: 1 as const,
      blocks: [{ k: "p" as const, r: [words(world, world.chance.between(5, 300))] }],
    };
    return publish(
      device,
      {
        paper: {
          media: "application/pdf",
          bytes: new Uint8Array(Buffer.from(`%PDF-1.4 ${JSON.stringify(text)}`)),
          name: "giay.pdf",
          text,
          scanned: false,
          firstPage: "",
          suggestions: {} as never,
        },
        text,
        fields: {
          kind: "ke_hoach",
          issuedOn: "2026-11-20",
          abstract: `Kế hoạch ${words(world, 4)}`,
          issuer: "Đảng ủy xã Thử",
          urgency: world.chance.yes(0.2) ? "urgent" : "normal",
          ...(world.chance.yes(0.05) && { expiresOn: day(worldNow() + world.chance.below(3) * 86_400_000) }),
          declaredBy: identity.name,
        },
        scopes,
        attachFile: world.plan.photos && world.chance.yes(0.5),
      },
      { random: world.random },
    );
  },
  read: (world, phone, { device }) => {
    const paper = world.chance.pick(papersOn(phone));
    return paper && device.library.markRead(paper.id);
  },
  acknowledge: (world, phone, { device }) => {
    const paper = world.chance.pick(papersOn(phone));
    return paper && device.library.acknowledge(paper.id);
  },
  open: (world, phone, { device }) => {
    const paper = world.chance.pick(papersOn(phone));
    return paper?.text && device.library.text(paper.text);
  },
  search: (world, _phone, { device }) => device.library.search(words(world, 1), 5),
  recall: (world, phone, { device }) => {
    const { identity } = device.state.getState();
    const paper = world.chance.pick(
      papersOn(phone).filter(({ view }) =>
        identity?.office ? !view.issued?.org : view.issued?.org === identity?.org,
      ),
    );
    const issued = paper?.view.issued;
    if (!paper || !issued || !identity?.office) return undefined;
    const { number, ...rest } = issued;
    return recall(device, { id: paper.id, ...rest, ...(number && { number }) }, "Phát hành nhầm");
  },
} satisfies Record<string, Operation>;
