import { describeFault } from "./request-log";

type Say = (line: string) => void;

/** What a broken stream says of itself: whoever prints it must not print the values of a query with it. */
const brokenOff = () => new Error("the answer broke off");

/**
 * A stream whose first piece is made before the status of the answer is sent: what could not be written is refused in so many
 * words then, and only what fails later breaks off.
 */
export const beginAnswer = async (
  stream: ReadableStream<Uint8Array>,
  say: Say,
): Promise<ReadableStream<Uint8Array>> => {
  const reader = stream.getReader();
  let first: Awaited<ReturnType<typeof reader.read>> | undefined = await reader.read();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const next = first ?? (await reader.read());
          first = undefined;
          if (next.done) controller.close();
          else controller.enqueue(next.value);
        } catch (error) {
          say(describeFault(error));
          controller.error(brokenOff());
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
};

/** Lines that end without details where their source fails. */
export async function* linesOrBreak(lines: AsyncIterable<string>, say: Say): AsyncGenerator<string> {
  try {
    yield* lines;
  } catch (error) {
    say(describeFault(error));
    throw brokenOff();
  }
}
