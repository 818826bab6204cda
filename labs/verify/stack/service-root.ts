import { dirname, join } from "node:path";

/** Something of this machine that a service sees under another path. */
export interface Bind {
  source: string;
  target: string;
}

/** One entry of a folder, as far as a root needs to know. */
export interface Entry {
  name: string;
  kind: "folder" | "file" | "link";
  /** Where a link leads. */
  leads?: string;
}

/** Steps that build a root, relative to it and in this order. */
export interface RootPlan {
  folders: string[];
  files: string[];
  links: { path: string; leads: string }[];
  binds: Bind[];
}

/** Where a root is put together: its own folder is left out of what it shows. */
export const ROOT = "/mnt";

/**
 * Plans the file tree that a service sees: this machine's own, with some paths put over it. A container gets that from
 * its image; here each folder on the way to such a path becomes a new one that shows the old one's entries again, so
 * that nothing on the machine is changed and no path in a configuration file has to be.
 * @param list reads a folder of this machine; an unknown folder is empty
 */
export function planRoot(binds: readonly Bind[], list: (folder: string) => Entry[]): RootPlan {
  const plan: RootPlan = { folders: [], files: [], links: [], binds: [] };
  const over = new Map(binds.map((bind) => [bind.target, bind]));
  const opened = new Set<string>(["/"]);
  for (const target of over.keys()) for (const folder of foldersAbove(target)) opened.add(folder);

  const open = (folder: string): void => {
    const seen = new Map(list(folder).map((entry) => [entry.name, entry]));
    for (const path of [...over.keys(), ...opened]) {
      if (path !== "/" && dirname(path) === folder)
        seen.set(path.slice(path.lastIndexOf("/") + 1), { name: "", kind: "folder" });
    }
    for (const [name, entry] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const path = join(folder, name);
      const bind = over.get(path);
      if (bind)
        add(
          bind,
          list(dirname(bind.source)).find((other) => join(dirname(bind.source), other.name) === bind.source),
        );
      else if (opened.has(path)) {
        plan.folders.push(path);
        open(path);
      } else if (entry.kind === "link") plan.links.push({ path, leads: entry.leads ?? "" });
      else if (path !== ROOT) add({ source: path, target: path }, entry);
    }
  };
  const add = (bind: Bind, entry: Entry | undefined): void => {
    (entry?.kind === "file" ? plan.files : plan.folders).push(bind.target);
    plan.binds.push(bind);
  };
  open("/");
  return plan;
}

/** `/a/b/c` → `/a`, `/a/b` */
function foldersAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === "/" ? [] : [...foldersAbove(folder), folder];
}

/** The binds as lines that `mount --all --fstab` reads. */
export function fstab(binds: readonly Bind[], root = ROOT): string {
  const quoted = (path: string) =>
    path.replace(/[\s\\]/g, (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, "0")}`);
  return binds.map(({ source, target }) => `${quoted(source)} ${quoted(root + target)} none rbind 0 0\n`).join("");
}
