import type { StateBlock } from "markdown-it";
import { escapeText } from "../markup.ts";

/** A scenario as a page shows it. */
export interface PrintedScenario {
  /** Anchor: `slot-paused`. */
  id: string;
  title: string;
  /** What it shows, in Markdown. */
  lead: string;
  /** Attributes for the element that plays it. */
  attrs?: Readonly<Record<string, string>>;
  /** Names of the columns, in HTML; those that hold numbers are aligned to the right. */
  columns: readonly { name: string; numbers?: boolean }[];
  rows: readonly PrintedRow[];
}

export interface PrintedRow {
  /** Attributes for the element. */
  attrs: Readonly<Record<string, string>>;
  /** One for each column, in Markdown. */
  cells: readonly string[];
  /** Why it is so, in Markdown: a row of its own below this one. */
  why?: string;
}

/** Prints a scenario, closed until it is asked for: what it shows, and a table of two rows a step. */
export function printScenario(state: StateBlock, scenario: PrintedScenario): void {
  const { columns } = scenario;
  const text = (content: string) => {
    const token = state.push("inline", "", 0);
    [token.content, token.children] = [content, []];
  };
  const html = (content: string) => {
    state.push("scenario_html", "", 0).content = content;
  };
  const element = (name: string, tag: string, attrs: Readonly<Record<string, string>>, inside: () => void) => {
    state.push(`${name}_open`, tag, 1).attrs = Object.entries(attrs);
    inside();
    state.push(`${name}_close`, tag, -1);
  };
  const side = (at: number): Record<string, string> => (columns[at]?.numbers ? { class: "align-right" } : {});

  element("scenario", "details", { class: "scenario", id: scenario.id, ...scenario.attrs }, () => {
    html(`<summary>${escapeText(scenario.title)}</summary>\n`);
    element("paragraph", "p", {}, () => text(scenario.lead));
    element("table", "table", {}, () => {
      element("thead", "thead", {}, () =>
        element("tr", "tr", {}, () => {
          for (const [at, { name }] of columns.entries()) element("th", "th", side(at), () => html(name));
        }),
      );
      element("tbody", "tbody", {}, () => {
        for (const { attrs, cells, why } of scenario.rows) {
          element("tr", "tr", attrs, () => {
            for (const [at, cell] of cells.entries()) element("td", "td", side(at), () => text(cell));
          });
          if (why === undefined) continue;
          element("tr", "tr", { class: "why" }, () =>
            element("td", "td", { colspan: String(columns.length) }, () =>
              element("paragraph", "p", {}, () => text(why)),
            ),
          );
        }
      });
    });
  });
}
