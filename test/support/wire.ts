import { createServer, connect as reach, type Server, type Socket } from "node:net";
import { createSeededRandom } from "../../src/domain/random";

/** A line as TCP sees it: what is lost is sent again, so a loss is felt as a wait of everything behind it. */
export interface WireQuality {
  /** Bits a second each way, shared by all connections. */
  readonly bits: number;
  /** There and back, in milliseconds. */
  readonly roundTrip: number;
  /** The share of packets that get lost. */
  readonly loss: number;
}

/** A wire between a browser and the server that can be cut, and made slow and lossy. Its origin stays the same. */
export interface Wire {
  readonly origin: string;
  /** Nobody answers at the other end, as when the server is down: connections end, new ones are refused. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** Ends every connection that is open now; new ones are taken. */
  snap(): void;
  /** From now on; undefined for no limits. */
  be(quality: WireQuality | undefined): void;
  /** Bytes that came through from the server so far, and packets that had to be sent again. */
  passed(): { readonly bytes: number; readonly lost: number };
  close(): Promise<void>;
}

/** What fits into one packet of a mobile network. */
const packet = 1360;
/** A sender waits at least this long before it sends again (RFC 6298 has one second). */
const shortestWait = 1000;

export const createWire = async (target: number, seed = 1): Promise<Wire> => {
  const random = createSeededRandom(seed);
  const open = new Set<Socket>();
  let quality: WireQuality | undefined;
  let bytes = 0;
  let lost = 0;
  /** When each direction will have sent what it was given. */
  const free = { up: 0, down: 0 };

  /** How long a packet takes beyond its own length: each loss doubles the wait for the next try. */
  const delayOf = ({ roundTrip, loss }: WireQuality): number => {
    let delay = roundTrip / 2;
    for (let wait = Math.max(shortestWait, roundTrip); random.next() < loss; wait *= 2) {
      lost += 1;
      delay += wait;
    }
    return delay;
  };

  /** Passes on what comes, in order, each packet at its time; what is on the wire when it breaks never arrives. */
  const carry = (from: Socket, to: Socket, way: "up" | "down") => {
    const queue: { readonly moment: number; readonly task: () => void }[] = [];
    const pump = () => {
      for (let first = queue[0]; first; first = queue[0]) {
        const wait = first.moment - Date.now();
        if (wait > 0) return void setTimeout(pump, wait);
        queue.shift();
        first.task();
      }
    };
    const at = (moment: number, task: () => void) => {
      queue.push({ moment, task });
      if (queue.length === 1) pump();
    };
    let onWire = 0;
    const send = (piece: Buffer) => {
      if (quality) {
        free[way] = Math.max(free[way], Date.now()) + (piece.length * 8000) / quality.bits;
        onWire += piece.length;
        // A sender stops when much is under way and nothing comes back.
        if (onWire > 16 * packet) from.pause();
      }
      at(quality ? free[way] + delayOf(quality) : 0, () => {
        if (onWire > 0) {
          onWire = Math.max(0, onWire - piece.length);
          if (onWire <= 8 * packet) from.resume();
        }
        if (to.destroyed) return;
        if (way === "down") bytes += piece.length;
        to.write(piece);
      });
    };
    from.on("data", (data: Buffer) => {
      if (!quality) return send(data);
      for (let i = 0; i < data.length; i += packet) send(data.subarray(i, i + packet));
    });
    from.on("end", () => at(0, () => to.end()));
    from.on("close", () => at(0, () => to.destroy()));
    from.on("error", () => to.destroy());
  };

  const server: Server = createServer((near) => {
    const far = reach(target, "127.0.0.1");
    for (const socket of [near, far]) {
      open.add(socket);
      socket.setNoDelay();
      socket.on("close", () => open.delete(socket));
    }
    carry(near, far, "up");
    carry(far, near, "down");
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  await listen(0);
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;

  const snap = () => {
    for (const socket of open) socket.destroy();
  };
  const cut = async () => {
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    snap();
    await closed;
  };
  return {
    origin: `http://localhost:${port}`,
    cut,
    mend: () => listen(port),
    snap,
    be: (next) => {
      quality = next;
    },
    passed: () => ({ bytes, lost }),
    close: cut,
  };
};
