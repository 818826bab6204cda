import { find } from "./search-client.ts";
import type { Filters } from "./search-engine.ts";
import { wordsOf } from "./search-query.ts";

const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё";

/** The same keys in the other layout: «ckjn» → «слот», «цфд» → «wal». */
export function otherLayout(query: string): string {
  const [from, to] = /[а-яё]/i.test(query) ? [RUSSIAN, LATIN] : [LATIN, RUSSIAN];
  return [...query.toLowerCase()].map((key) => to[from.indexOf(key)] ?? key).join("");
}

/**
 * Other queries for one that found nothing: the same keys in the other layout, and each of several words alone.
 * @returns those that find something
 */
export async function suggestions(query: string, filters: Filters): Promise<string[]> {
  const words = wordsOf(query);
  const others = [otherLayout(query), ...(words.length > 1 ? words : [])].slice(0, 5);
  const answers = await Promise.all(others.map((other) => find(other, 1, filters)));
  return others.filter((_, index) => answers[index]?.total).slice(0, 3);
}
