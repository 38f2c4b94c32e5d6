import type { Chance } from "../world/chance";
import { later } from "../world/loop";
import type { Crash, Moment } from "../world/server";
import { turnBit } from "./line";
import type { Phone, World } from "./world";

/** Things that happen to a phone. */
const phoneFaults = {
  kill: 18,
  "kill-in-transaction": 12,
  "line-down": 14,
  "hall-without-line": 5,
  "second-tab": 8,
  "connection-lost": 6,
  "storage-full": 5,
  evicted: 1,
  "clock-jump": 8,
  poison: 8,
  watched: 6,
  outdated: 2,
} as const;

const reopenLater = (world: World, phone: Phone) => {
  later(world.chance.between(50, 120_000), () => {
    if (phone.fate !== "in-use" || phone.tabs.length > 0) return;
    world.transcript.say(phone.name, "is started again");
    world.open(phone);
  });
};

/** Seconds as often as days: by far too much is noticed, by a little is not. */
const clockError = (chance: Chance): number => Math.round(1_000 * (3 * 86_400) ** chance.real());

export const strikePhone = (world: World, phone: Phone): void => {
  const { chance } = world;
  const what = chance.choose(phoneFaults);
  const [tab] = phone.tabs;
  if (!tab) return;
  world.fault(what);
  switch (what) {
    case "kill":
    case "kill-in-transaction":
      world.killSoon(phone, chance.between(1, what === "kill" ? 600 : 60), what !== "kill");
      reopenLater(world, phone);
      return;
    case "line-down":
      world.loseLine([phone], chance.between(1_000, 1_200_000));
      return;
    case "hall-without-line": {
      const here = world.phones.filter((one) => one.fate === "in-use" && !one.office && one.up);
      world.loseLine(here, chance.between(1_000, 600_000));
      return;
    }
    case "second-tab":
      world.transcript.say(phone.name, "opens a second tab");
      world.open(phone);
      later(chance.between(1_000, 600_000), () => {
        const extra = phone.tabs.length > 1 ? phone.tabs.pop() : undefined;
        void extra?.device.close();
      });
      return;
    case "connection-lost":
      world.transcript.say(phone.name, "loses its database connections in its sleep");
      for (const { ports } of phone.tabs) ports.loseConnections();
      phone.interruptions += 1;
      later(chance.between(10, 5_000), () => {
        for (const { ports } of phone.tabs) ports.signals.foreground();
      });
      return;
    case "storage-full":
      world.transcript.say(phone.name, "has no room");
      phone.browser.full = true;
      phone.interruptions += 2;
      later(chance.between(1_000, 300_000), () => {
        phone.browser.full = false;
      });
      return;
    case "evicted":
      if (phone.office) return;
      world.transcript.say(phone.name, "loses everything: its browser evicts the origin");
      phone.browser.evict();
      phone.tabs = [];
      phone.fate = "evicted";
      return;
    case "clock-jump":
      phone.skew = chance.yes(0.3) ? 0 : (chance.yes(0.5) ? 1 : -1) * clockError(chance);
      world.transcript.say(phone.name, `its clock is ${Math.round(phone.skew / 1000)} s off`);
      return;
    case "poison":
      if (chance.yes(0.7)) phone.decays = true;
      else turnBit(world, phone);
      return;
    case "watched":
      world.transcript.say(
        phone.name,
        "its line leads through the hands of somebody who rewrites what passes",
      );
      phone.watched = true;
      later(chance.between(10_000, 900_000), () => {
        phone.watched = false;
      });
      return;
    case "outdated":
      world.transcript.say(phone.name, "runs an app that is too old");
      phone.outdated = true;
      later(chance.between(60_000, 900_000), () => {
        // With the healing it got the app of today and was opened anew.
        if (!phone.outdated) return;
        phone.outdated = false;
        if (phone.tabs.length === 0) return;
        world.closeTabs(phone);
        world.open(phone);
      });
  }
};

const serverFaults = {
  "crash-at-turn": 10,
  "crash-before-commit": 4,
  "crash-after-commit": 4,
  "crash-before-journal": 4,
  "crash-after-journal": 4,
  "crash-after-answer": 6,
  "power-cut-behind-stall": 6,
  "disk-slow": 4,
  "disk-failed": 3,
  "blob-missing": 2,
  "restored-from-backup": 4,
} as const;

const restartLater = (world: World) => {
  later(world.chance.between(100, 60_000), () => {
    if (world.server.running()) return;
    world.transcript.say("server", "starts");
    void world.server.start();
  });
};

export const strikeServer = (world: World): void => {
  const { chance, server } = world;
  const crashAt = (moment: Moment, how: Crash) => {
    server.crashAt(moment, how, () => {
      world.stats.serverKills += 1;
      restartLater(world);
    });
  };
  if (!server.running()) return;
  const what = chance.choose(serverFaults);
  const how: Crash = chance.yes(0.5) ? "power" : "process";
  world.fault(what);
  switch (what) {
    case "crash-at-turn":
      world.crashSoon(chance.between(1, 400), () => {
        if (!server.running()) return;
        world.stats.serverKills += 1;
        world.transcript.say("server", `dies (${how})`);
        server.crash(how);
        restartLater(world);
      });
      return;
    case "disk-slow":
      server.stallDisk(chance.between(200, 4_000));
      later(chance.between(5_000, 600_000), () => server.stallDisk(0));
      return;
    case "disk-failed":
      server.failDisk();
      return;
    case "blob-missing": {
      const hash = chance.pick([...server.blobs.all.keys()].filter((one) => !world.pages.has(one)));
      world.transcript.say("server", "a text is missing");
      if (hash) server.blobs.all.delete(hash);
      return;
    }
    case "restored-from-backup": {
      const { backup } = world;
      if (!backup) return;
      const restore = () => {
        world.transcript.say("server", "is lost and set up from an old backup");
        world.stats.serverKills += 1;
        void server.restore(backup).then(() => {
          for (const phone of world.phones) world.listener.anew(phone);
        });
      };
      // Or when somebody was just told that his entries are safe, and nobody has them from the office yet.
      if (chance.yes(0.5)) restore();
      else world.afterVerdicts = restore;
      return;
    }
    case "power-cut-behind-stall":
      // Whoever answers before the disk has said so has answered long before, and the power goes between the two.
      server.stallDisk(chance.between(500, 8_000));
      crashAt("after-answer", "power");
      return;
    default:
      crashAt(what.replace("crash-", "") as Moment, how);
  }
};
