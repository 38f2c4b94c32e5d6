const onsets = "b c ch d đ g gi h kh l m n ng nh p ph qu r s t th tr v x".split(" ");
const rimes = (
  "a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eo ê êm ên ênh êu i ia iêm iên iêng iêu im in inh iu o oi om on ong " +
  "ô ôi ôm ôn ông ơ ơi ơm ơn u ua ui um un ung uôi uôm uôn uông ư ưa ưng ươi ươm ươn ương ưu"
).split(" ");
const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];

/** The tone stands on the marked vowel, else on the last before a consonant, else on the first. */
const mainVowel = (rime: string): number => {
  const marked = Math.max(...[..."ăâêôơ"].map((vowel) => rime.indexOf(vowel)));
  if (marked >= 0) return marked;
  const vowels = [...rime].filter((letter) => "aeiouyư".includes(letter)).length;
  return vowels < rime.length ? vowels - 1 : 0;
};

/** A syllable as Vietnamese could have it: place names and words that no list foresaw. */
export const syllable = (next: () => number): string => {
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)] ?? "";
  const onset = pick(onsets);
  const rime = pick(rimes);
  const at = mainVowel(rime) + 1;
  const toned = `${rime.slice(0, at)}${pick(tones)}${rime.slice(at)}`.normalize("NFC");
  if (onset === "c" && /^[eêi]/.test(rime)) return `k${toned}`;
  if ((onset === "g" || onset === "ng") && /^[eêi]/.test(rime)) return `${onset}h${toned}`;
  return (onset === "qu" && /^[uư]/.test(rime)) || (onset === "gi" && rime.startsWith("i"))
    ? `v${toned}`
    : `${onset}${toned}`;
};
