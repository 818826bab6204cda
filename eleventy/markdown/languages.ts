/** Languages of code fences and the names that readers see. */
export const LANGUAGES: Readonly<Record<string, string>> = {
  bash: "Bash",
  diff: "Diff",
  docker: "Dockerfile",
  groovy: "Groovy",
  hcl: "HCL",
  http: "HTTP",
  ini: "INI",
  java: "Java",
  json: "JSON",
  log: "Журнал",
  promql: "PromQL",
  properties: "Properties",
  python: "Python",
  sql: "SQL",
  text: "Текст",
  toml: "TOML",
  typescript: "TypeScript",
  xml: "XML",
  yaml: "YAML",
};

export const LANGUAGE_NAMES = Object.keys(LANGUAGES).join(", ");
