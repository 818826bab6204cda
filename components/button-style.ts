import { css } from "lit";

/** The look of buttons inside shadow roots; colours and sizes are the page's custom properties. */
export const buttonStyle = css`
  button {
    font: inherit; color: inherit; background: var(--surface-2); border: 1px solid var(--edge); border-radius: 0.4em;
    padding: 0.4em 1em; min-height: 2.75rem; cursor: pointer;
  }
  button:hover { border-color: currentColor }
  button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
`;
