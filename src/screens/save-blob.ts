/** Hands a file to the browser, which puts it among the downloads. */
export const saveBlob = (data: Blob, name: string): void => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
