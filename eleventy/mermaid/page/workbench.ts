/** What runs in the workbench page, bundled by esbuild; `render.ts` calls it through `globalThis.workbench`. */
import { type Flat, type FlattenOptions, flatten } from "./flatten.ts";

/** What Mermaid says about a source it cannot read. */
export interface Complaint {
  message: string;
  /** 1-based line of the code, where Mermaid names one. */
  line: number | null;
}

export interface Workbench {
  /** Parses a diagram; null when it is right. */
  complaint(code: string): Promise<Complaint | null>;
  /** Draws a diagram for the sake of its error message. */
  drawingComplaint(code: string): Promise<Complaint | null>;
  flatten(svg: string, options: FlattenOptions): Flat;
}

declare const mermaid: {
  parse(code: string): Promise<unknown>;
  render(id: string, code: string): Promise<unknown>;
};

/** An error of Mermaid's older (jison) parsers. */
interface JisonError extends Error {
  hash?: { text?: string; line?: number; expected?: string[]; token?: string };
}

const workbench: Workbench = {
  complaint: (code) => complain(() => mermaid.parse(code)),
  drawingComplaint: (code) => complain(() => mermaid.render("trial", code)),
  flatten(svg, options) {
    return flatten(svg, document.querySelector("main") as HTMLElement, options);
  },
};
Object.assign(globalThis, { workbench });

async function complain(attempt: () => Promise<unknown>): Promise<Complaint | null> {
  try {
    await attempt();
    return null;
  } catch (error) {
    const { message, hash } = error as JisonError;
    const said = message ?? String(error);
    // The lexer has passed the line ends of the word that it stumbled over.
    const passed = (hash?.text ?? "").split("\n").length - 1;
    const line = hash?.line === undefined ? Number(/\bline:? (\d+)/i.exec(said)?.[1]) || null : hash.line + 1 - passed;
    return { message: said, line };
  }
}
