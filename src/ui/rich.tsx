/** A message in which *stars* mark the words that stand out. */
export const Rich = ({ text }: { readonly text: string }) => (
  <>{text.split("*").map((part, i) => (i % 2 ? <b key={i}>{part}</b> : part))}</>
);
