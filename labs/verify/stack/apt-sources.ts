import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where this machine gets Debian from, and with whose keys it checks that. */
export interface DebianArchive {
  address: string;
  keyring: string;
}

const KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

/**
 * Finds the Debian archive among a machine's apt sources: the one that offers the suite the machine runs on.
 * @param files texts of `*.sources` (deb822) and `*.list` files by name
 * @param codename the machine's own suite, "bookworm"
 */
export function findArchive(files: Readonly<Record<string, string>>, codename: string): DebianArchive | undefined {
  for (const [name, text] of Object.entries(files)) {
    for (const source of name.endsWith(".sources") ? readStanzas(text) : readLines(text)) {
      if (source.types.includes("deb") && source.suites.includes(codename) && source.components.includes("main")) {
        const [address] = source.addresses;
        if (address && /\/debian\/?$/.test(address)) return { address, keyring: source.keyring ?? KEYRING };
      }
    }
  }
  return undefined;
}

interface Source {
  types: string[];
  addresses: string[];
  suites: string[];
  components: string[];
  keyring?: string | undefined;
}

function readStanzas(text: string): Source[] {
  return text.split(/\n\s*\n/).map((stanza) => {
    const field = (name: string) =>
      new RegExp(`^${name}:[ \\t]*(.*(?:\\n[ \\t]+.*)*)`, "im").exec(stanza)?.[1]?.split(/\s+/).filter(Boolean) ?? [];
    const [keyring] = field("Signed-By");
    return {
      types: field("Types"),
      addresses: field("URIs"),
      suites: field("Suites"),
      components: field("Components"),
      keyring: keyring?.startsWith("/") ? keyring : undefined,
    };
  });
}

function readLines(text: string): Source[] {
  return text.split("\n").flatMap((line) => {
    const [, type, options = "", address, suite, components] =
      /^(deb|deb-src)\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+(.*)$/.exec(line.replace(/#.*/, "").trim()) ?? [];
    if (!type || !address || !suite) return [];
    const keyring = /signed-by=(\/\S+)/.exec(options)?.[1];
    return [
      { types: [type], addresses: [address], suites: [suite], components: components?.split(/\s+/) ?? [], keyring },
    ];
  });
}

/** @throws Error on a machine that does not get its packages from Debian */
export function machineArchive(root = "/"): DebianArchive {
  const release = join(root, "etc/os-release");
  const codename = existsSync(release)
    ? (/^VERSION_CODENAME=(\S+)/m.exec(readFileSync(release, "utf8"))?.[1] ?? "sid")
    : "sid";
  const archive = findArchive(sourceFiles(join(root, "etc/apt")), codename);
  if (!archive) {
    throw new Error(`/etc/apt: no source of Debian's suite "${codename}"; the native stack takes MySQL from Debian`);
  }
  return archive;
}

function sourceFiles(folder: string): Record<string, string> {
  const parts = join(folder, "sources.list.d");
  const names = [join(folder, "sources.list")];
  if (existsSync(parts))
    names.push(
      ...readdirSync(parts)
        .sort()
        .map((name) => join(parts, name)),
    );
  return Object.fromEntries(
    names
      .filter((name) => /\.(list|sources)$/.test(name) && existsSync(name))
      .map((name) => [name, readFileSync(name, "utf8")]),
  );
}
