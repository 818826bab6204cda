import type UserConfig from "@11ty/eleventy/UserConfig";

/** Pace of an engineer who reads technical Russian attentively: words a minute. */
const WORDS = 170;
/** Seconds for what is looked at rather than read: a line of code or of its output, a diagram, a question to answer. */
const CODE_LINE = 1.5;
const DIAGRAM = 20;
const QUESTION = 30;

const FIGURE = /<figure class="(?:code|diagram)[^>]*>[\s\S]*?<\/figure>/g;
/** In Russian and English letters: to look for any letter would cost twice as much as all else here. */
const WORD = /[A-Za-z\u00C0-\u052F][\w\u00C0-\u052F.-]*/g;
const PRE = /<pre[^>]*>([\s\S]*?)<\/pre>/;

/**
 * How long a printed lesson takes to read, without its practice.
 * @param html the content as the Markdown plug-ins print it
 * @returns whole minutes, at least 1
 */
export function readingMinutes(html: string): number {
  let seconds = (html.match(/class="quiz-question"/g)?.length ?? 0) * QUESTION;
  const prose = html.replace(FIGURE, (figure) => {
    const code = PRE.exec(figure)?.[1];
    seconds += code === undefined ? DIAGRAM : code.split("\n").length * CODE_LINE;
    return " ";
  });
  const words = prose.replace(/<[^>]+>/g, " ").match(WORD)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS + seconds / 60));
}

/** The filter `readingMinutes`. */
export function readingTime(config: UserConfig): void {
  config.addFilter("readingMinutes", readingMinutes);
}
