/** Seeds in which something was wrong once; each run begins with them. What it was stands in the commit that mended it. */
export const found = [];
