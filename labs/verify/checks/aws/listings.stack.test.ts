import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { placesOf, projectRoot } from "../../places.ts";
import { LOCKS, pythonEnvironment } from "../../python/environment.ts";
import type { Finding } from "../findings.ts";
import { report } from "../findings.ts";
import type { Script } from "../shell/scripts.ts";
import { checkCommands, checkTerraform, terraformFiles } from "./listings.ts";

// Misspelt on purpose. cspell:ignore rdz instanc identifer Endpoit famly clustre sohp endpoit

/* Planted errors for the checks of AWS listings. They need no stack but the programs, which are downloaded. */
const root = projectRoot();
let python = "";

before(async () => {
  python = join(await pythonEnvironment(placesOf(root), LOCKS.aws, () => {}), "bin", "python");
});

type Planted = [what: string, text: string, said: RegExp];

/** Every planted text is a file of its own, so that one start of the program judges them all. */
async function judge(check: (files: Script[], python: string) => Promise<Finding[]>, planted: readonly Planted[]) {
  const lines = report(
    await check(
      planted.map(([what, text]) => ({ file: what, text })),
      python,
    ),
    [],
    "",
  );
  for (const [what, , said] of planted) {
    assert.match(lines.filter((line) => line.startsWith(`${what}:`)).join("\n"), said, what);
  }
}

const MODIFY = "aws rds modify-db-cluster-parameter-group --db-cluster-parameter-group-name g";

test("planted: commands that the AWS CLI would refuse, or would send and be refused", async () => {
  await judge(checkCommands, [
    ["service", "aws rdz describe-db-clusters", /:1: aws: "rdz" behind aws; expected rds\b/],
    ["operation", "aws rds reboot-db-instanc", /"reboot-db-instanc" behind aws rds; expected reboot-db-instance\b/],
    [
      "option",
      "true\naws rds modify-db-cluster \\\n  --db-cluster-identifer c",
      /:2: aws: option --db-cluster-identifer; expected --db-cluster-identifier\b/,
    ],
    [
      "abbreviation",
      "aws rds modify-db-cluster --db-cluster-identifier c --apply",
      /option --apply; expected --apply-immediately/,
    ],
    ["missing", MODIFY, /the following arguments are required: --parameters/],
    [
      "value",
      `${MODIFY} --parameters ParameterName=a,ParameterValue=1,ApplyMethod=reboot`,
      /Parameters\[0\]\.ApplyMethod="reboot"; expected immediate, pending-reboot/,
    ],
    [
      "member",
      `${MODIFY} --parameters Name=a,ParameterValue=1`,
      /Unknown parameter in Parameters\[0\]: "Name", must be one of: ParameterName/,
    ],
    ["type", "aws rds modify-db-cluster --db-cluster-identifier c --port five", /invalid literal for int\(\) .*'five'/],
    [
      "query",
      `host="$(aws rds describe-db-clusters --query 'DBClusters[0].Endpoit' --output text)"`,
      /--query: no "Endpoit" in the answer; expected Endpoint\b/,
    ],
    ["waiter", "aws rds wait db-instance-ready --db-instance-identifier i", /"db-instance-ready" behind aws rds wait/],
  ]);
});

test("commands as they are used in scripts pass, and what only looks like one is left alone", async () => {
  const text = `# aws rdz
echo "aws rdz"
until aws rds wait db-instance-available --db-instance-identifier "$i"; do sleep 1; done
token=$(aws rds generate-db-auth-token --hostname "$host" --port 5432 --username u) && echo ok
aws rds modify-db-cluster --db-cluster-identifier c --no-enable-iam-database-authentication | jq .`;
  assert.deepEqual(await checkCommands([{ file: "a.sh", text }], python), []);
});

const GROUP = `resource "aws_rds_cluster_parameter_group" "a" {
  family = "f"
  parameter {
    name         = "n"
    value        = "1"
    apply_method = "immediate"
  }
}
`;

test("planted: Terraform that is no HCL, or that the provider would refuse", async () => {
  await judge(checkTerraform, [
    ["syntax", `${GROUP}resource "aws_rds_cluster" "b" {`, /:9: Terraform: no HCL: Unexpected/],
    [
      "argument",
      GROUP.replace("family", "famly"),
      /:2: Terraform: argument "famly" of .*; expected one of count, depends_on, description, family/,
    ],
    [
      "required",
      GROUP.replace('  family = "f"\n', ""),
      /:1: Terraform: aws_rds_cluster_parameter_group without family/,
    ],
    [
      "nested",
      GROUP.replace("apply_method", "method"),
      /:6: .*argument "method" of .*\.parameter; expected one of apply_m/,
    ],
    [
      "value",
      GROUP.replace("immediate", "now"),
      /:6: .*apply_method = "now" .*expected one of immediate, pending-reboot/,
    ],
    [
      "resource",
      'resource "aws_rds_clustre" "a" {\n}',
      /:1: Terraform: resource aws_rds_clustre; expected one of aws_rds/,
    ],
    ["variable", GROUP.replace('"f"', "var.f"), /:2: Terraform: var\.f; expected one of/],
    ["reference", GROUP.replace('"n"', "aws_rds_cluster.sohp.id"), /:4: Terraform: aws_rds_cluster\.sohp is declared/],
    [
      "attribute",
      `${GROUP}output "b" {\n  value = aws_rds_cluster_parameter_group.a.endpoit\n}`,
      /:10: Terraform: attribute "endpoit" of aws_rds_cluster_parameter_group; expected one of arn/,
    ],
  ]);
});

test("every resource of the table names its source, at a commit", () => {
  const table = JSON.parse(readFileSync(join(import.meta.dirname, "provider-aws.json"), "utf8"));
  for (const { source } of Object.values<{ source: string }>(table.resources)) {
    assert.match(source, /^https:\/\/github\.com\/hashicorp\/terraform-provider-aws\/blob\/[0-9a-f]{40}\//);
  }
});

test("the Terraform files of the labs pass", async () => {
  const files = terraformFiles(root);
  assert.ok(files.length > 0);
  assert.deepEqual(report(await checkTerraform(files, python), [], ""), []);
});
