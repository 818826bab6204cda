/** Characters that a placeholder can stand for: an offset is printed with everything in it. */
const REACH = 4000;

/**
 * Whether a text holds a message word for word: between its `{placeholders}` only white space may differ, for terminals
 * and logs wrap it.
 */
export function holds(text: string, message: string): boolean {
  const parts = message.split(/\{[a-z]+\}/).map((part) =>
    part
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("\\s+"),
  );
  return new RegExp(parts.join(`[^]{0,${REACH}}?`)).test(text);
}
