import * as z from "zod";
import type { Term } from "../content/_data/glossary.ts";
import { ContentError, throwAll } from "./content-error.ts";
import { ADDRESS, checkEntries, type EntryFile, ID, plainText, TEXT } from "./entries.ts";
import type { SearchRecord } from "./search/index-builder.ts";
import { TermFinder } from "./term-finder.ts";

/** A term with its place in the data file. */
export interface GlossaryTerm extends Term {
  /** 1-based line of its id. */
  line: number;
  /** Address without the base path, `/glossary/#wal`. */
  url: string;
}

/** Terms that begin with one letter. */
export interface GlossaryLetter {
  letter: string;
  terms: GlossaryTerm[];
}

/** The glossary as templates see it. A class, because Eleventy deep-copies plain data. */
export class Glossary {
  /** Path of the data file, for messages. */
  readonly file: string;
  /** In the order of the page. */
  readonly terms: readonly GlossaryTerm[];
  /** Finds the terms that are linked by themselves in a text. */
  readonly finder: TermFinder;

  constructor(file: string, terms: readonly GlossaryTerm[]) {
    this.file = file;
    this.terms = terms;
    this.finder = new TermFinder(terms.filter(({ link }) => link !== false));
  }

  /** Terms whose main lesson stands in a module. @param id of the module, `module-1` */
  ofModule(id: string): GlossaryTerm[] {
    return this.terms.filter(({ lessons }) => lessons[0]?.startsWith(`${id}/`));
  }

  /** Terms by their first letter; Latin letters follow the Russian ones. */
  get letters(): GlossaryLetter[] {
    const letters: GlossaryLetter[] = [];
    for (const term of this.terms) {
      const letter = term.term.charAt(0).toUpperCase();
      const last = letters.at(-1);
      if (last?.letter === letter) last.terms.push(term);
      else letters.push({ letter, terms: [term] });
    }
    return letters;
  }
}

const schema = z.strictObject({
  id: ID,
  term: TEXT,
  english: TEXT,
  definition: TEXT,
  why: TEXT,
  forms: z.array(TEXT).min(1),
  synonyms: z.array(TEXT),
  rejected: z.array(TEXT),
  lessons: z.array(z.string()).min(1),
  sources: z.array(z.strictObject({ title: TEXT, url: ADDRESS })).min(1),
  link: z.literal(false).optional(),
}) satisfies z.ZodType<Term>;

/** A form as texts are searched for it: lower case, single spaces. */
const FORM = /^\S+(?: \S+)*$/;
/** A Cyrillic letter among Latin ones looks right and is never found. */
const MIXED = /[a-z][а-яё]|[а-яё][a-z]/i;

/**
 * Checks the terms and makes the glossary of them.
 * @throws one error with a line for each mistake: a field that is missing, unknown or wrong, an id or a form used
 *   twice, a form that no text can hold, a rejected name that is used, a lesson that is not planned, a wrong order
 */
export function readGlossary(file: EntryFile): Glossary {
  const faults: Error[] = [];
  const checked = checkEntries(file, "term", schema, faults);
  const terms = checked.map(({ entry, line }) => ({ ...entry, line, url: `/glossary/#${entry.id}` }));
  const fault = ({ line, id }: GlossaryTerm, reason: string, expected?: string) =>
    faults.push(new ContentError(file.file, line, `term "${id}": ${reason}`, expected));

  const owners = new Map<string, GlossaryTerm>();
  for (const term of terms) {
    for (const form of term.forms) {
      const owner = owners.get(form);
      if (owner) fault(term, `form «${form}» belongs to "${owner.id}" too`, "forms that no other term has");
      owners.set(form, term);
      if (form !== form.toLowerCase() || !FORM.test(form))
        fault(term, `form «${form}»`, "small letters, single spaces");
      if (MIXED.test(form)) fault(term, `form «${form}» mixes alphabets`, "one alphabet in a word");
    }
    if (!term.forms.includes(term.term.toLowerCase())) fault(term, `its name «${term.term}» is not among its forms`);
  }
  for (const term of terms) {
    for (const name of term.rejected) {
      const owner = owners.get(name.toLowerCase());
      if (owner) fault(term, `rejected name «${name}» is a form of "${owner.id}"`);
      if (term.synonyms.includes(name)) fault(term, `«${name}» is a synonym and rejected`);
    }
  }
  const { compare } = new Intl.Collator("ru");
  for (const [index, term] of terms.entries()) {
    const before = terms[index - 1];
    if (before && compare(before.term, term.term) > 0) {
      fault(
        term,
        `«${term.term}» stands after «${before.term}»`,
        "the order of the Russian alphabet, Latin names last",
      );
    }
  }
  throwAll(faults);
  return new Glossary(file.file, terms);
}

/** What the search finds of the glossary; a term belongs to the module of its main lesson. */
export function glossaryRecords({ terms }: Glossary): SearchRecord[] {
  return terms.map((term) => ({
    kind: "term",
    module: term.lessons[0]?.split("/")[0],
    url: term.url,
    title: term.term,
    text: [
      [term.english, ...term.synonyms, ...term.rejected].join(", "),
      plainText(term.definition),
      plainText(term.why),
    ].join("\n"),
  }));
}
