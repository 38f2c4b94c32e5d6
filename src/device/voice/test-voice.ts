import type { Voice, VoiceEvents } from "./voice";

/** A voice that says nothing and can be asked what it would have said. */
export const createTestVoice = (there = true) => {
  const said: { readonly text: string; readonly rate: number }[] = [];
  const listeners = new Set<(there: boolean) => void>();
  let speaking: VoiceEvents | undefined;
  const voice: Voice = {
    watch: (listener) => {
      listeners.add(listener);
      listener(there);
      return () => listeners.delete(listener);
    },
    say: (text, rate, events) => {
      said.push({ text, rate });
      speaking = events;
    },
    stop: () => {
      speaking = undefined;
    },
  };
  const take = () => {
    const events = speaking;
    speaking = undefined;
    return events;
  };
  return {
    voice,
    said: said as readonly { readonly text: string; readonly rate: number }[],
    speaking: () => speaking !== undefined,
    /** The text being said is over. */
    end: () => take()?.onEnd(),
    word: (at: number) => speaking?.onWord(at),
    fail: () => take()?.onFail(),
    /** The system found, or lost, its voice. */
    become: (now: boolean) => {
      there = now;
      for (const listener of listeners) listener(now);
    },
  };
};
