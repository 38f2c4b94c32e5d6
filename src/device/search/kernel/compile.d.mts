/** The text of `kernel-bytes.ts`. Throws with the compiler's words where the source is wrong. */
export declare const compileKernel: () => Promise<string>;
