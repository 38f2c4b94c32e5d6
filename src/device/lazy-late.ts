/** What only lazy parts load in their turn: the list itself is not on the first path. */

export const loadMinutes = () => import("./minutes/minutes");
export const loadShrink = () => import("./photos/shrink");
