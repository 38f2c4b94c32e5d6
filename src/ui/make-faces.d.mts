import type { Plugin } from "vite";

export const faces: () => Plugin;
