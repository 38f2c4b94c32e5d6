/** The only place of the reader with `import()`: what a paper needs to be read is here already, all else comes after it. */

export const loadFind = () => import("./find-bar");
export const loadSave = () => import("../save-button");
export const loadTableMore = () => import("./table-more");
export const loadTools = () => import("./reader-tools");
export const loadRelated = () => import("./related-papers");
export const loadBeside = () => import("./original-view");
export const loadOriginal = () => import("./original-screen");
export const loadNotes = () => import("./notes-screen");
