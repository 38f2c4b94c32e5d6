import Dexie, { liveQuery } from "dexie";
import { render } from "preact";
import { useState } from "preact/hooks";
import { Workbox } from "workbox-window";
import { createStore } from "zustand/vanilla";

/** The same libraries as the app, loaded offline by a service worker, doing nothing: what a cold start cannot go below. */
const store = createStore(() => ({ libraries: [Dexie, liveQuery, Workbox].length }));

const Hello = () => {
  const [{ libraries }] = useState(() => store.getState());
  return <h1>Xin chào {libraries}</h1>;
};

const root = document.getElementById("app");
if (root) render(<Hello />, root);
void new Workbox("./sw.js").register();
