/** As long as a slow phone takes to paint the first rows, in milliseconds: what they do not need waits that long. */
export const firstPaint = 150;
