import { ReadNextScreen } from "./read-next-screen";
import { SimpleScreen } from "./simple-screen";

/** What the simple way adds, by its path: one lazy part. */
export const SimplePages = ({ path }: { readonly path: string }) =>
  path === "/" ? <SimpleScreen /> : <ReadNextScreen />;
