declare module "@11ty/eleventy-plugin-syntaxhighlight";
declare module "markdown-it-container";
declare module "markdown-it-footnote";
declare module "*.css" {
  const text: string;
  export default text;
}
