import type { Started } from "./first-start";
import { isOpen, type MadeLink, makeLink, readLinks, saveLinks, showLink } from "./links";
import type { Settings } from "./settings";

/**
 * Shows the links of the first start as long as they are open; for the sample commune a fresh one where one was used
 * or ran out, so that it can be tried again and again.
 */
export const showLinks = async (
  { office, root, setup }: Started,
  settings: Settings,
  say: (line: string) => void,
): Promise<void> => {
  const { log, clock, random } = office;
  const directory = await log.directory();
  const made = readLinks(settings.dataDir);
  const shown: MadeLink[] = [];
  for (const person of setup.invited) {
    const mine = made.filter(({ member, role }) => member === person.member && role === person.role);
    const open = mine.find((link) => isOpen(link, directory, clock.now()));
    const used = mine.some(({ ticket }) => directory.offers.get(ticket.offer)?.takenBy !== undefined);
    if (open) shown.push(open);
    else if (root && (setup.sample || !used)) {
      const { signed, link } = await makeLink(person, root, clock, random);
      // The private half is kept before the offer is public: a crash between the two costs nothing.
      saveLinks(settings.dataDir, [...shown, link, ...made.filter((one) => !mine.includes(one))]);
      const [verdict] = await log.accept([signed]);
      if (verdict?.is !== "applied") throw new Error("the offer was not taken");
      shown.push(link);
    }
  }
  if (shown.length) saveLinks(settings.dataDir, shown);
  for (const link of shown) say(showLink(link, settings.origin));
};
