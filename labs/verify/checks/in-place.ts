/**
 * Puts blocks of a file together as one program without moving them: every block begins on the line behind its fence,
 * and everything else is empty. What a checker says of a line is then true of the file.
 * @param blocks in the order of the file; `line` is that of the opening fence, from 1
 */
export function inPlace(blocks: readonly { line: number; body: string }[]): string {
  const lines: string[] = [];
  for (const { line, body } of blocks) {
    while (lines.length < line) lines.push("");
    lines.push(...body.split("\n"));
  }
  return `${lines.join("\n")}\n`;
}
