/**
 * Remembers what a function made of its texts: while the course is served, an edit leaves most of them as they were.
 * @param make depends on its arguments alone; nobody may change what it returned
 * @param limit of how many texts the answers are kept: those that were asked for last
 */
export function remembered<A extends string[], T>(make: (...texts: A) => T, limit = 5000): (...texts: A) => T {
  // By the longest text as it is: a key put together of all would be a copy of whole pages.
  const made = new Map<string, { texts: A; answer: T }[]>();
  return (...texts) => {
    const key = texts.reduce((longest, text) => (text.length > longest.length ? text : longest));
    const known = made.get(key) ?? [];
    const found = known.find((one) => one.texts.every((text, index) => text === texts[index]));
    const one = found ?? { texts, answer: make(...texts) };
    if (!found) known.push(one);
    // The map tells by its order which answer was asked for the longest time ago.
    made.delete(key);
    made.set(key, known);
    if (made.size > limit) made.delete(made.keys().next().value as string);
    return one.answer;
  };
}
