/**
 * Remembers what a function made of its texts: while the course is served, an edit leaves most of them as they were.
 * @param make depends on its arguments alone; nobody may change what it returned
 * @param limit how many answers are kept, the last ones that were asked for
 */
export function remembered<A extends string[], T>(make: (...texts: A) => T, limit = 5000): (...texts: A) => T {
  const made = new Map<string, T>();
  return (...texts) => {
    const key = texts.join("\0");
    const answer = made.has(key) ? (made.get(key) as T) : make(...texts);
    // The map tells by its order which answer was asked for the longest time ago.
    made.delete(key);
    made.set(key, answer);
    if (made.size > limit) made.delete(made.keys().next().value as string);
    return answer;
  };
}
