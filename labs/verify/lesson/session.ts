import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunPlace } from "../../../eleventy/markdown/fence-info.ts";

/** What a block printed. */
export interface Printed {
  /** What a reader sees: standard output; for SQL the server's errors too. */
  text: string;
  /** What else was said, for the message when something is wrong. */
  aside: string;
  /** Exit status of a shell's last command; 0 elsewhere. */
  status: number;
  seconds: number;
}

/** How one place of a lesson is entered, and how the end of a block is recognised there. */
interface Place {
  /** @param cwd folder in which a reader types the commands: labs/ */
  argv: (cwd: string) => string[];
  /** Folder to start it in, if not that one. */
  folder?: string;
  /** The text to send for a block; after the block's own output it prints a line that begins with the mark. */
  send: (code: string, mark: string, folder: string) => string;
  /** Lines that the mark itself adds before its own line. */
  before: number;
  /** Lines that it adds behind. */
  behind: number;
  /** Prints the mark on standard error too: what was said there may come later than the output. */
  marksAside?: true;
}

const PSQL = 'exec psql -X -U "${POSTGRES_USER:-postgres}" -d "${POSTGRES_DB:-postgres}" 2>&1';
// --commands: since 9.5 the client keeps \G and its like to itself unless asked; older clients do not know the option.
const MYSQL =
  'MYSQL_PWD=$MYSQL_ROOT_PASSWORD exec mysql --user=root --table --force --unbuffered --loose-commands "$MYSQL_DATABASE" 2>&1';

/** The interpreter of the environment that the lessons tell to make; the machine's own without it. */
function pythonOf(labs: string): string {
  const own = join(labs, ".venv", "bin", "python");
  return existsSync(own) ? own : "python3";
}

const PLACES: Readonly<Record<RunPlace, Place>> = {
  postgres: {
    argv: () => ["docker", "compose", "exec", "-T", "postgres", "sh", "-c", PSQL],
    send: (code, mark) => `${code}\n\\echo ${mark} 0\n`,
    before: 0,
    behind: 0,
  },
  mysql: {
    argv: () => ["docker", "compose", "exec", "-T", "mysql", "sh", "-c", MYSQL],
    // A table of five lines: border, heading, border, value, border.
    send: (code, mark) => `${code}\nSELECT '${mark} 0' AS end_of_block;\n`,
    before: 3,
    behind: 1,
  },
  bash: {
    argv: () => ["bash", "--norc", "--noprofile"],
    // Sourced from a file, so that no command can read the rest of the block as its input.
    send: (code, mark, folder) => {
      const file = join(folder, "block.sh");
      writeFileSync(file, `${code}\n`);
      return `source '${file}' < /dev/null; printf '\\n%s %d\\n' '${mark}' $?; echo '${mark}' >&2\n`;
    },
    before: 0,
    behind: 0,
    marksAside: true,
  },
  python: {
    argv: (cwd) => [pythonOf(cwd), "-u", join(import.meta.dirname, "python-session.py")],
    // The programs of the course are imported from where they lie.
    folder: "python",
    send: (code, mark) => `${JSON.stringify({ code, mark })}\n`,
    before: 0,
    behind: 0,
    marksAside: true,
  },
};

/** One process that executes blocks one after another and remembers what they set, as a reader's own terminal does. */
export class Session {
  private readonly place: Place;
  private readonly child: ChildProcess;
  private readonly folder = mkdtempSync(join(tmpdir(), "lesson-"));
  private text = "";
  private aside = "";
  private changed: () => void = () => {};
  private over: string | undefined;

  /** @param cwd folder in which a reader types the commands: labs/ */
  constructor(place: RunPlace, cwd: string) {
    this.place = PLACES[place];
    const [name = "", ...args] = this.place.argv(cwd);
    this.child = spawn(name, args, {
      cwd: join(cwd, this.place.folder ?? "."),
      detached: true,
      env: { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC", PAGER: "", COLUMNS: "120" },
      stdio: ["pipe", "pipe", "pipe"],
    });
    this.child.stdout?.setEncoding("utf8").on("data", (part: string) => {
      this.text += part;
      this.changed();
    });
    this.child.stderr?.setEncoding("utf8").on("data", (part: string) => {
      this.aside += part;
      this.changed();
    });
    this.child.stdin?.on("error", () => {});
    this.child.on("error", (error) => this.end(error.message));
    this.child.on("close", (code) => this.end(`its process ended with status ${code}`));
  }

  /**
   * Executes a block.
   * @param limit milliseconds until it is given up
   * @throws Error with what had been printed by then, if the process ends or the limit is reached
   */
  async run(code: string, limit: number): Promise<Printed> {
    const begun = Date.now();
    const mark = `end-of-block-${randomBytes(6).toString("hex")}`;
    this.text = "";
    this.aside = "";
    this.child.stdin?.write(this.place.send(code, mark, this.folder));
    await this.untilMarked(mark, limit);
    const lines = this.text.split("\n");
    const at = lines.findIndex((line) => line.includes(`${mark} `));
    const status = Number(/ (\d+)/.exec(lines[at]?.slice(lines[at].indexOf(mark)) ?? "")?.[1] ?? 0);
    const text = lines.slice(0, at - this.place.before).join("\n");
    const aside = this.aside.replace(`${mark}\n`, "");
    return { text, aside, status, seconds: (Date.now() - begun) / 1000 };
  }

  private untilMarked(mark: string, limit: number): Promise<void> {
    const { behind, marksAside } = this.place;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail(`it did not end within ${limit / 1000} s`), limit);
      const fail = (reason: string) => {
        clearTimeout(timer);
        reject(
          new Error([reason, "printed so far:", this.text.trimEnd(), this.aside.trimEnd()].filter(Boolean).join("\n")),
        );
      };
      this.changed = () => {
        const at = this.text.indexOf(mark);
        const lines = at < 0 ? 0 : this.text.slice(at).split("\n").length - 1;
        if (lines > behind && (!marksAside || this.aside.includes(mark))) {
          clearTimeout(timer);
          resolve();
        } else if (this.over) fail(this.over);
      };
      this.changed();
    });
  }

  /** Ends the process and all that it has started. */
  close(): void {
    try {
      if (this.child.pid && !this.over) process.kill(-this.child.pid, "SIGKILL");
    } catch {
      // It has just ended by itself.
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private end(reason: string): void {
    this.over ??= reason;
    this.changed();
  }
}
