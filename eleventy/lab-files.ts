import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, extname, join, sep } from "node:path";

/** A file of labs/ that belongs to the learner. A class, because Eleventy deep-copies plain data. */
export class LabFile {
  /** Path from the project root, as lessons write it: `labs/connectors/orders.json`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether its owner may run it. */
  readonly executable: boolean;
  /** Its text; null if it is binary. */
  readonly text: string | null;

  constructor(path: string, bytes: Uint8Array, executable = false) {
    this.path = path;
    this.bytes = bytes;
    this.executable = executable;
    this.text = textOf(bytes);
  }

  /** `orders.json` */
  get name(): string {
    return basename(this.path);
  }

  /** Address of its page, without the base path. */
  get url(): string {
    return `/${labAddress(this.path)}/`;
  }

  /** Address of the file itself, without the base path. */
  get download(): string {
    return `/files/${labAddress(this.path)}`;
  }

  /** Key of the language to highlight it in, one of LANGUAGES; `text` for a format that is not known. */
  get language(): string {
    return languageOf(this.name);
  }

  /** Lines of its text; 0 if it is binary. */
  get lines(): number {
    return this.text?.replace(/\n$/, "").split("\n").length ?? 0;
  }

  /** A list of exact versions that a tool wrote: part of the lab, but nothing to read. */
  get isLock(): boolean {
    return /\.lock$|-lock\.(json|ya?ml)$/.test(this.name) || / --hash=sha256:[0-9a-f]{64}/.test(this.text ?? "");
  }
}

/** Folders and files that prove the labs, or that programs leave there. */
const NOT_LEARNERS = [
  /^labs\/verify\//,
  /(^|\/)(tests?|__tests__)\//,
  /(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/,
  /\.(test|spec)\.[a-z]+$/,
  /(^|\/)(node_modules|\.?venv|__pycache__|\.ipynb_checkpoints|\.(pytest|mypy|ruff)_cache|\.git)\//,
  /(^|\/)(\.DS_Store|Thumbs\.db|\.gitignore|\.gitkeep)$|\.(pyc|pyo|swp|log)$|~$/,
];

/** Whether a file under labs/ is one that a learner gets. */
export const isLearners = (path: string): boolean => !NOT_LEARNERS.some((pattern) => pattern.test(path));

/**
 * Where a path of labs/ stands on the site: a dot at the beginning of a name is written out, for what hides behind one
 * is left out by GitHub's upload of the site. `labs/.env` → `labs/dot-env`
 * @returns percent-encoded, without slashes at the ends
 */
export function labAddress(path: string): string {
  return path
    .split("/")
    .map((name) => encodeURIComponent(name.replace(/^\./, "dot-")))
    .join("/");
}

/**
 * Reads the learner's files, sorted by path. What Git ignores is left out.
 * @param root project folder that holds labs/
 * @throws Error if two files have one address, or a link leads out of labs/
 */
export function readLab(root: string): LabFile[] {
  const files = new Map<string, LabFile>();
  const labs = realpathSync(join(root, "labs"));
  for (const path of (tracked(root) ?? walk(root, "labs")).filter(isLearners).sort()) {
    const file = join(root, path);
    if (!existsSync(file) || !statSync(file).isFile()) continue;
    // A fixture site borrows the project's own .env by a link.
    if (path !== "labs/.env" && !realpathSync(file).startsWith(labs + sep)) {
      throw new Error(`${path}: the link leads out of labs/; expected a file of the labs`);
    }
    const lab = new LabFile(path, readFileSync(file), (statSync(file).mode & 0o100) !== 0);
    const other = files.get(lab.url);
    if (other) throw new Error(`${path}: has the address ${lab.url} of ${other.path}; expected another name`);
    files.set(lab.url, lab);
  }
  return [...files.values()];
}

/** Files that Git knows or would add; null outside of a repository, and where Git is missing. */
function tracked(root: string): string[] | null {
  if (!existsSync(join(root, ".git"))) return null;
  try {
    const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "labs"];
    const listed = execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return [...new Set(listed.split("\0").filter(Boolean))];
  } catch {
    return null;
  }
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return path;
    return isLearners(`${path}/`) ? walk(root, path) : [];
  });
}

const BY_NAME: Readonly<Record<string, string>> = { ".env": "properties", Dockerfile: "docker" };

const BY_EXTENSION: Readonly<Record<string, string>> = {
  ".bash": "bash",
  ".cnf": "ini",
  ".conf": "ini",
  ".diff": "diff",
  ".dockerfile": "docker",
  ".groovy": "groovy",
  ".hcl": "hcl",
  ".http": "http",
  ".ini": "ini",
  ".ipynb": "json",
  ".java": "java",
  ".json": "json",
  ".patch": "diff",
  ".promql": "promql",
  ".properties": "properties",
  ".py": "python",
  ".sh": "bash",
  ".sql": "sql",
  ".tf": "hcl",
  ".toml": "toml",
  ".ts": "typescript",
  ".xml": "xml",
  ".yaml": "yaml",
  ".yml": "yaml",
};

function languageOf(name: string): string {
  return BY_NAME[name] ?? BY_EXTENSION[extname(name).toLowerCase()] ?? (/^Dockerfile\b/.test(name) ? "docker" : "text");
}

function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A folder of the labs, for the tree of files. */
export class LabFolder {
  readonly name: string;
  readonly folders: LabFolder[] = [];
  readonly files: LabFile[] = [];

  constructor(name: string) {
    this.name = name;
  }
}

/** The files as a tree of folders: in each the folders first, both by name. */
export function labTree(files: readonly LabFile[]): LabFolder {
  const root = new LabFolder("labs");
  for (const file of files) {
    let folder = root;
    for (const name of file.path.split("/").slice(1, -1)) {
      let inner = folder.folders.find((known) => known.name === name);
      if (!inner) {
        inner = new LabFolder(name);
        folder.folders.push(inner);
      }
      folder = inner;
    }
    folder.files.push(file);
  }
  return root;
}
