/** A word as a shell reads it back unchanged. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
