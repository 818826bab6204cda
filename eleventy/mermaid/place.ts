/** Where a fence stands: the Markdown file as authors know it, and the 1-based line of its opening ``` in that file. */
export interface Place {
  file: string;
  line: number;
}
