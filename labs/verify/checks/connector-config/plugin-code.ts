import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inService } from "../../lesson/lab.ts";
import { must } from "../../program.ts";
import { readJar } from "./jar-strings.ts";

/** What is kept of a class. */
interface ClassCode {
  /** Texts in its code that could be names of settings. */
  names: string[];
  /** Internal names of the classes it refers to. */
  uses: string[];
}

/** Classes of one plug-in folder, or of Kafka itself, by internal name: `io/debezium/config/Field`. */
export type Code = ReadonlyMap<string, ClassCode>;

/** Code by folder of the plug-in path; Kafka's own under "kafka". */
export type PluginCode = ReadonlyMap<string, Code>;

/** Raised when something else is kept of a class. */
const FORMAT = 1;

/** Jars with code that reads settings, below /opt of the connect service. */
const JARS = "connect/plugins/*/{debezium,apicurio,postgresql,mysql-connector}*.jar kafka/libs/kafka-clients-*.jar";

/** Classes in them that read settings; of drivers and of Kafka, those that hold the names. */
const WANTED =
  /^(io\/debezium\/|io\/apicurio\/|org\/postgresql\/PGProperty$|com\/mysql\/cj\/conf\/PropertyKey$|org\/apache\/kafka\/(clients\/(producer\/Producer|consumer\/Consumer|admin\/AdminClient|CommonClient)|common\/config\/(Topic|Sasl|Ssl|Security))Configs?$)/;

const NAME = /^[a-zA-Z][a-zA-Z0-9]*([._-][a-zA-Z0-9]+)*$/;

/**
 * Reads the code of the plug-ins that the running connect service has. What a jar holds is kept under the jar's hash,
 * so that it is copied out of the service and unpacked once.
 * @param cache folder of this machine's downloads
 */
export async function readPluginCode(cache: string): Promise<PluginCode> {
  const kept = join(cache, "plugin-code");
  await mkdir(kept, { recursive: true });
  const listed = (await inService("connect", `cd /opt && sha256sum ${JARS}`)).trim().split("\n");
  const jars = listed.map((line) => {
    const [hash = "", path = ""] = line.split(/\s+/);
    return { path, file: join(kept, `${hash}-${FORMAT}.json`) };
  });
  const present = new Set(await readdir(kept));
  const missing = jars.filter(({ file }) => !present.has(file.slice(kept.length + 1)));
  if (missing.length > 0) await readJars(missing);

  const code = new Map<string, Map<string, ClassCode>>();
  for (const { path, file } of jars) {
    const folder = path.startsWith("kafka/") ? "kafka" : (path.split("/")[2] ?? "");
    const classes = code.get(folder) ?? new Map<string, ClassCode>();
    for (const [name, found] of Object.entries(JSON.parse(await readFile(file, "utf8")) as Record<string, ClassCode>)) {
      classes.set(name, found);
    }
    code.set(folder, classes);
  }
  return code;
}

async function readJars(jars: readonly { path: string; file: string }[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "plugin-jars-"));
  try {
    const names = jars.map(({ path }) => `'${path}'`).join(" ");
    const copy = `docker compose exec -T connect tar -C /opt -cf - ${names} | tar -C '${folder}' -xf -`;
    await must(["bash", "-c", `set -o pipefail; ${copy}`], { cwd: join(process.cwd(), "labs"), limit: 120_000 });
    for (const { path, file } of jars) {
      const classes = readJar(await readFile(join(folder, path)), (name) => WANTED.test(name));
      const kept: Record<string, ClassCode> = {};
      for (const [name, { strings, classes: uses }] of classes) {
        kept[name] = { names: strings.filter((text) => NAME.test(text)), uses: uses.filter((use) => use !== name) };
      }
      await writeFile(file, JSON.stringify(kept));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
