import { DueScreen } from "./due-screen";
import { HubScreen } from "./hub-screen";
import { NextScreen } from "./next-screen";
import { SavedScreen } from "./saved-screen";
import { ToReadScreen } from "./to-read-screen";
import { TopicScreen, TopicsScreen, topicIn } from "./topics-screen";

/** The groups by their paths, below `/nhom`; any other path leads to all of them. */
export const CollectionPages = ({ path }: { readonly path: string }) => {
  switch (path) {
    case "/nhom/can-doc":
      return <ToReadScreen />;
    case "/nhom/can-xac-nhan":
      return <DueScreen />;
    case "/nhom/hop-toi":
      return <NextScreen />;
    case "/nhom/da-luu":
      return <SavedScreen />;
    case "/nhom/chu-de":
      return <TopicsScreen />;
  }
  const topic = path.startsWith("/nhom/chu-de/") ? topicIn(path) : undefined;
  return topic ? <TopicScreen topic={topic} /> : <HubScreen />;
};
