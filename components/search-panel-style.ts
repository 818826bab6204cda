import { css } from "lit";

/** The look of `<search-panel>`; colours, sizes and fonts are the page's custom properties. */
export const searchPanelStyle = css`
  dialog {
    box-sizing: border-box;
    width: min(44rem, 100vw - 1.5rem);
    max-width: none;
    max-height: min(46rem, 92dvh - 1.5rem);
    margin: calc(0.75rem + 4dvh) auto auto;
    padding: 0;
    overflow: hidden;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: 0.5rem;
    font: var(--step--1) / 1.45 var(--sans);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  .bar {
    display: flex;
    gap: 0.5rem;
    padding: 0.75rem;
    border-bottom: 1px solid var(--line);
  }
  .bar input {
    flex: 1;
    min-width: 0;
    padding: 0.4em 0.7em;
    color: inherit;
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: 0.4em;
    /* Below 16 px phones zoom in. */
    font: max(16px, 1rem) / 1.4 var(--sans);
  }
  input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  input:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    padding: 0.5rem 0.75rem;
    border-bottom: 1px solid var(--line);
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  [type="radio"] {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  label span {
    display: inline-block;
    padding: 0.3em 0.7em;
    border: 1px solid var(--line);
    border-radius: 1em;
    cursor: pointer;
  }
  :checked + span {
    color: var(--accent-text);
    background: var(--accent);
    border-color: var(--accent);
  }
  :focus-visible + span {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  select {
    flex: 0 1 14rem;
    min-width: 0;
    max-width: 100%;
    min-height: 2rem;
    color: inherit;
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: 0.4em;
    font: inherit;
  }
  select:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .body {
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0.75rem;
  }
  p {
    margin: 0 0 0.75rem;
    overflow-wrap: anywhere;
  }
  a {
    color: var(--accent);
  }
  kbd {
    padding: 0 0.35em;
    border: 1px solid var(--line);
    border-radius: 0.25em;
    font: inherit;
  }
  [role="status"],
  .hint,
  .keys,
  .place {
    color: var(--muted);
  }
  .keys {
    margin: 0;
    padding: 0.5rem 0.75rem;
    border-top: 1px solid var(--line);
  }
  /* No keys to press on a touch screen. */
  @media (hover: none), (max-width: 40em) {
    .keys {
      display: none;
    }
  }
  [role="group"] + [role="group"] {
    margin-top: 0.5rem;
    padding-top: 0.5rem;
    border-top: 1px solid var(--line);
  }
  [role="option"] {
    display: block;
    padding: 0.45rem 0.6rem;
    color: inherit;
    border-radius: 0.3rem;
    border-left: 3px solid transparent;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  [role="option"]:hover {
    background: var(--surface-2);
  }
  [role="option"][aria-selected="true"] {
    background: var(--accent-bg);
    border-left-color: var(--accent);
  }
  .section {
    margin-left: min(1rem, 2vw);
  }
  .title {
    display: block;
    font-weight: 600;
  }
  .place {
    display: block;
  }
  .body button {
    margin: 0.75rem 0;
  }
  .offers button {
    min-height: 2rem;
    margin: 0.2rem;
    padding: 0 0.8em;
  }
  .offers .forget {
    border-color: transparent;
    background: none;
    color: var(--accent);
    text-decoration: underline;
  }
  .section .title {
    font-weight: 500;
    color: var(--accent);
  }
  mark {
    color: inherit;
    background: var(--code-mark);
    box-shadow: inset 0 -1px var(--warning);
  }
  @media (forced-colors: active) {
    [role="option"][aria-selected="true"] {
      outline: 2px solid Highlight;
    }
  }
`;
