/** What is told while a text is said. */
export interface VoiceEvents {
  /** The voice is at this place of the text; some voices never tell. */
  readonly onWord: (at: number) => void;
  readonly onEnd: () => void;
  readonly onFail: () => void;
}

/** A Vietnamese voice of the system that needs no network: no word of a paper leaves the phone to be said. */
export interface Voice {
  /** Whether there is one, at once and whenever that changes: systems find their voices late. */
  watch(listener: (there: boolean) => void): () => void;
  /** Says a text, in place of whatever is being said. `rate` 1 is the voice's own pace. */
  say(text: string, rate: number, events: VoiceEvents): void;
  stop(): void;
}

const isOfflineVietnamese = ({ lang, localService }: SpeechSynthesisVoice): boolean =>
  // Android writes "vi_VN".
  localService && /^vi(?:[-_]|$)/i.test(lang);

/** The browser's own; `speechSynthesis` is missing in some in-app browsers. */
export const browserVoice: Voice = {
  watch: (listener) => {
    const synthesis = globalThis.speechSynthesis as SpeechSynthesis | undefined;
    if (!synthesis) {
      listener(false);
      return () => undefined;
    }
    const look = () => listener(synthesis.getVoices().some(isOfflineVietnamese));
    look();
    // Old Safari has the event without the target.
    synthesis.addEventListener?.("voiceschanged", look);
    return () => synthesis.removeEventListener?.("voiceschanged", look);
  },
  say: (text, rate, { onWord, onEnd, onFail }) => {
    const voice = speechSynthesis.getVoices().find(isOfflineVietnamese);
    speechSynthesis.cancel();
    if (!voice) return onFail();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = rate;
    utterance.onboundary = ({ charIndex }) => current === utterance && onWord(charIndex);
    utterance.onend = () => current === utterance && onEnd();
    utterance.onerror = () => current === utterance && onFail();
    // Held here: an utterance that nobody holds may be collected, and never ends.
    current = utterance;
    speechSynthesis.speak(utterance);
  },
  stop: () => {
    current = undefined;
    (globalThis.speechSynthesis as SpeechSynthesis | undefined)?.cancel();
  },
};
let current: SpeechSynthesisUtterance | undefined;
