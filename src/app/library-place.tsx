import { LibraryScreen } from "../screens/library/library-screen";
import { useServices } from "../screens/services";
import { ReaderPages } from "./lazy";
import { whenSynced } from "./when-idle";

/** First path: the list, and what is fetched once it stands: the next press is most likely on a paper. */
export const LibraryPlace = () => {
  const { device } = useServices();
  const fetchReader = () => void ReaderPages.preload().catch(() => undefined);
  return <LibraryScreen onStand={() => whenSynced(device, fetchReader)} />;
};
