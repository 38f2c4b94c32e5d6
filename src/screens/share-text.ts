/** `gone`: the person turned back; `failed`: this browser lets neither be done. */
export type Shared = "shared" | "copied" | "gone" | "failed";

/** True where the phone has a sheet of its own to send a text by. */
export const canShare = (): boolean => typeof navigator.share === "function";

/** Hands a text to the phone's own sheet; where there is none, or it refuses, to the clipboard. */
export const shareText = async (title: string, text: string): Promise<Shared> => {
  if (canShare())
    try {
      await navigator.share({ title, text });
      return "shared";
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return "gone";
    }
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    return "failed";
  }
};
