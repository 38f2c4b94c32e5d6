import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "../../domain/clock";
import { type Directory, type Member, offerRoles } from "../../domain/directory";
import { askPassphrase } from "./ask";
import { makeLink, showLink } from "./links";
import { systemRandom } from "./open-office";
import { reachLog } from "./reach-log";
import { readRootKey, rootKeyPath } from "./root-key";
import { OperatorError, type Settings } from "./settings";

const usage =
  'link --role office|secretary|member --member "NAME or id" [--cell "NAME"] [--title "…"] [--key FILE]';

/** `link …`: makes one enrolment link with the root key, and shows it with its code. */
export const link = async (args: readonly string[], settings: Settings, say: (line: string) => void) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      role: { type: "string" },
      member: { type: "string" },
      cell: { type: "string" },
      title: { type: "string" },
      key: { type: "string" },
    },
  });
  const role = offerRoles.find((one) => one === values.role);
  if (!role || !values.member) throw new OperatorError(usage);
  if (role === "office" && !values.title)
    throw new OperatorError('how does this desk sign? --title "Văn phòng Đảng ủy"');
  const path = values.key ? resolve(values.key) : rootKeyPath(settings.dataDir);
  const root = await readRootKey(path, () => askPassphrase("Passphrase of the root key:"));
  if (!root) throw new OperatorError(`there is no root key in ${path}: name its file with --key FILE`);
  const reached = await reachLog(settings, root.signer, say);
  try {
    const directory = await reached.directory();
    const member = findMember(directory, values.member, values.cell);
    const invited = {
      member: member.id,
      org: member.org,
      name: member.name,
      orgName: directory.orgs.get(member.org)?.name ?? "",
      role,
      ...(role === "office" && { title: values.title }),
    };
    const made = await makeLink(invited, root.signer, systemClock, systemRandom);
    await reached.accept([made.signed]);
    say(showLink(made.link, settings.origin));
  } finally {
    await reached.close();
  }
};

/** The one member of that id or name; people of one name are told apart by their cell. */
export const findMember = (directory: Directory, wanted: string, cell: string | undefined): Member => {
  const same = (a: string, b: string) =>
    a.normalize("NFC").toLowerCase() === b.normalize("NFC").toLowerCase().trim();
  const found = [...directory.members.values()].filter(
    ({ id, name, org, left }) =>
      !left &&
      (id === wanted || same(name, wanted)) &&
      (!cell || same(directory.orgs.get(org)?.name ?? "", cell)),
  );
  const [member, ...others] = found;
  if (!member) throw new OperatorError(`there is no member ${wanted}${cell ? ` in ${cell}` : ""}`);
  if (others.length) {
    const cells = found.map(({ org, id }) => `${directory.orgs.get(org)?.name ?? org} (${id})`).join(", ");
    throw new OperatorError(`there are several of that name: ${cells}; add --cell "…" or use the id`);
  }
  return member;
};
