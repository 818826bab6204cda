import { readFileSync } from "node:fs";
import terms from "../content/_data/glossary.ts";
import { checkWording } from "./wording/check.ts";
import exceptions from "./wording/exceptions.ts";
import { courseTexts } from "./wording/texts.ts";

/**
 * `npx tsx tools/wording.ts`: holds lessons and the texts of data files to the glossary: names that it rejects, English
 * left in Russian text, words written twice, words of two alphabets.
 */
const file = "tools/wording/exceptions.ts";
const texts = await courseTexts(process.cwd());
const errors = checkWording(texts, terms, exceptions, { file, text: readFileSync(file, "utf8") });
for (const { message } of errors) console.error(message);
if (errors.length) process.exitCode = 1;
