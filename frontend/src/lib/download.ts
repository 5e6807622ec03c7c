/** Give `file` to the reader's downloads. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun by then; what is not taken back stays in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
