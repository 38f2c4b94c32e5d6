/** What `vite.config.ts` puts into the build. */
interface ImportMetaEnv {
  readonly VITE_APP_VERSION?: string;
}
