const paths = {
  list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  play: "M8 5l11 7-11 7z",
  pause: "M9 5v14M15 5v14",
  back: "M9 14l-5-5 5-5M4 9h10a6 6 0 0 1 0 12h-3",
} as const;

/** Drawings that only the reader needs, like those of the kit: they are kept off the first screen. */
export const ReaderIcon = ({ name }: { readonly name: keyof typeof paths }) => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    width={24}
    height={24}
    fill="none"
    stroke="currentColor"
    stroke-width={name === "more" ? "3" : "1.8"}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
);
