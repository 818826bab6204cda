import { connect } from "../../lesson/lab.ts";
import type { Finding } from "../findings.ts";
import { successorOfValue } from "./removed.ts";
import type { Subject } from "./scope.ts";

/** Connect's answer to a configuration that is only to be validated. */
interface Validation {
  /** What is defined and not set may be without a value. */
  configs: { value: { name: string; errors: string[] } | null }[];
}

/** Sends a configuration to the worker's validation. */
export type Validate = (className: string, settings: Readonly<Record<string, string>>) => Promise<Validation>;

/** The worker that runs. */
export const validateLive: Validate = (className, settings) =>
  connect("PUT", `/connector-plugins/${encodeURIComponent(className)}/config/validate`, settings);

/**
 * Asks the worker for values that are not allowed. What it says of the connection to the database is left out: lessons
 * connect for themselves.
 */
export async function checkValues(subject: Subject, validate: Validate): Promise<Finding[]> {
  if (subject.settings.every(({ value }) => value === undefined)) return [];
  const findings = await Promise.all(subject.classes.map((name) => checkFor(subject, name, validate)));
  // Several connectors may be meant: wrong is what all of them refuse.
  const [first = [], ...others] = findings;
  return first.filter(({ what }) => others.every((other) => other.some((finding) => finding.what === what)));
}

async function checkFor(subject: Subject, className: string, validate: Validate): Promise<Finding[]> {
  const settings: Record<string, string> = { ...subject.context, name: "check", "connector.class": className };
  for (const { name, value } of subject.settings) {
    if (value !== undefined && !unknownYet(value)) settings[name] = value;
    // A value that the shell fills in: anything that the worker would take is not known here.
    else delete settings[name];
  }
  settings.name = "check";
  const { configs } = await validate(className, settings);
  const whole = subject.settings.some(({ name }) => name === "connector.class");
  return configs.flatMap(({ value }) => {
    if (!value) return [];
    const { name, errors } = value;
    const entry = subject.settings.find((setting) => setting.name === name);
    const place = entry ?? (whole ? subject.settings[0] : undefined);
    if (!place || (entry && (entry.value === undefined || unknownYet(entry.value)))) return [];
    return errors.filter(isAboutValue).map((error) => {
      const meant = successorOfValue(name, entry?.value ?? "");
      const message = `${error.replace(/\.$/, "")}${meant ? `; did you mean "${meant}"?` : ""}`;
      return { file: subject.file, line: place.line, what: name, message };
    });
  });
}

/** Whether a shell variable stands in a value; `${env:NAME}` is for the worker. */
function unknownYet(value: string): boolean {
  return value.replace(/\$\{env:\w+\}/g, "").includes("$");
}

function isAboutValue(error: string): boolean {
  return /value is invalid|Invalid value|Missing required|must be/i.test(error);
}
