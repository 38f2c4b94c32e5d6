import { createStore } from "zustand/vanilla";

export interface ToastMessage {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface UiState {
  readonly toast?: ToastMessage | undefined;
  /** Takes the new version that waits; absent while there is none, or the person put it off. */
  readonly takeUpdate?: (() => void) | undefined;
  /** How many are writing something that a reload would lose. */
  readonly holds: number;
}

/** What floats above the screens. */
export const createUiState = () => {
  const store = createStore<UiState>()(() => ({ holds: 0 }));
  return {
    store,
    toast: (text: string, action?: ToastMessage["action"]) =>
      store.setState({ toast: { text, ...(action && { action }) } }),
    closeToast: () => store.setState({ toast: undefined }),
    offerUpdate: (take: () => void) => store.setState({ takeUpdate: take }),
    putOffUpdate: () => store.setState({ takeUpdate: undefined }),
    /** Until the returned function is called, no new version is offered or taken. */
    holdReload: () => {
      let held = true;
      store.setState(({ holds }) => ({ holds: holds + 1 }));
      return () => {
        if (held) store.setState(({ holds }) => ({ holds: holds - 1 }));
        held = false;
      };
    },
  };
};

export type UiStateOwner = ReturnType<typeof createUiState>;
