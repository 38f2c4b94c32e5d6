const paths = {
  paper: "M6 3h9l4 4v14H6zM9 11h7M9 15h7",
  people:
    "M11 9a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM19 10a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM2.5 20c0-4 2.5-6 5.5-6s5.5 2 5.5 6M15 15c3.5-.5 6 1.5 6 5",
  tasks: "M4 7l2 2 3-4M4 15l2 2 3-4M12 8h8M12 16h8",
  person: "M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4 21c0-5 3.5-7 8-7s8 2 8 7",
  home: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  back: "M19 12H5M11 6l-6 6 6 6",
  search: "M16 10.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0zM15 15l5 5",
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  next: "M9 6l6 6-6 6",
  up: "M6 15l6-6 6 6",
  down: "M6 9l6 6 6-6",
  scan: "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M7 12h10",
  camera: "M4 8h3l2-3h6l2 3h3v11H4zM15.5 13a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0z",
  check: "M5 13l4 4L19 7",
  star: "M12 4l2.4 5 5.6.8-4 3.9.9 5.5-4.9-2.6-4.9 2.6.9-5.5-4-3.9 5.6-.8z",
} as const;

export type IconName = keyof typeof paths;

/** A line drawing, 24 × 24, in the colour of the words beside it. It says nothing to a screen reader. */
export const Icon = ({ name, size = 24 }: { readonly name: IconName; readonly size?: number }) => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    width={size}
    height={size}
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
);
