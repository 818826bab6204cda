import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../program.ts";
import type { Finding } from "../findings.ts";
import { labFiles } from "../lab-files.ts";
import type { Script } from "../shell/scripts.ts";

/**
 * Checks the `aws` commands of scripts by the AWS CLI without an account: nothing is sent.
 * @param scripts files of the labs and blocks of lessons
 * @param python interpreter of the environment of labs/verify/checks/aws/requirements.txt
 * @throws Error where the program fails
 */
export function checkCommands(scripts: readonly Script[], python: string): Promise<Finding[]> {
  return judge("commands.py", scripts, python);
}

/** Checks Terraform files: their syntax, and the arguments of resources that provider-aws.json knows. */
export function checkTerraform(files: readonly Script[], python: string): Promise<Finding[]> {
  return judge("terraform.py", files, python);
}

/** The Terraform files of the labs. */
export function terraformFiles(root: string): Script[] {
  return labFiles(root, [".tf"]).map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
}

async function judge(program: string, input: readonly Script[], python: string): Promise<Finding[]> {
  const { status, stdout, stderr } = await run([python, join(import.meta.dirname, program)], {
    input: JSON.stringify(input),
    limit: 120_000,
  });
  if (status !== 0) throw new Error(`${program}: ${stderr.trim() || `ended with status ${status}`}`);
  return JSON.parse(stdout) as Finding[];
}
