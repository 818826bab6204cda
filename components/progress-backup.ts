import { css, html, LitElement, nothing } from "lit";
import { buttonStyle } from "./button-style.ts";
import { followProgress } from "./follow-progress.ts";
import { progress } from "./progress.ts";
import { allMarks, merge, reset, undoable, undoReset } from "./progress-archive.ts";
import { type Backup, backupName, formatBackup, NotABackup, readBackup } from "./progress-backup-format.ts";

const lessonCount = new Intl.PluralRules("ru");
const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "урок", few: "урока" };

/** @returns «1 урок», «2 урока», «5 уроков» */
const lessons = (count: number) => `${count}\u00a0${forms[lessonCount.select(count)] ?? "уроков"}`;

/**
 * Saves progress to a file, adds one from a file (chosen or dropped), resets it and takes the reset back.
 * A reset can be taken back until it is or another one follows, also after a reload; lessons touched since stay.
 * @slot - the printed explanation
 * @csspart button - each button
 * @csspart status - what was done, a live region
 */
export class ProgressBackup extends LitElement {
  static override properties = { status: { state: true }, dragged: { state: true } };
  static override styles = [
    buttonStyle,
    css`
      :host { display: block }
      .drop { padding: var(--space-4, 1rem); border: 2px dashed var(--line); border-radius: 0.4em }
      .drop.over { border-color: var(--accent) }
      .buttons { display: flex; flex-wrap: wrap; gap: 0.75em }
      p { margin: 0.75em 0 0 }
      p:empty { margin: 0 }
      .hint { color: var(--muted) }
    `,
  ];

  declare status: string;
  declare dragged: boolean;
  #address = "";

  constructor() {
    super();
    this.status = "";
    this.dragged = false;
  }

  override render() {
    const done = [...allMarks(progress).values()].filter((mark) => mark.done).length;
    const back = undoable(progress).length;
    return html`
      <slot></slot>
      <div class="drop ${this.dragged ? "over" : ""}" @dragover=${this.#drag} @dragleave=${this.#leave} @drop=${this.#drop}>
        <div class="buttons">
          <button part="button" @click=${this.#export}>Скачать прогресс</button>
          <button part="button" @click=${this.#choose}>Загрузить из файла</button>
          <button part="button" id="reset" @click=${this.#reset}>Сбросить прогресс</button>
          ${back ? html`<button part="button" @click=${this.#undo}>Вернуть сброшенное: ${lessons(back)}</button>` : nothing}
        </div>
        <input type="file" accept=".json,application/json" hidden @change=${this.#chosen} />
        <p class="hint">Пройдено: ${lessons(done)}. Файл можно и перетащить сюда.</p>
        <p part="status" role="status">${this.status}</p>
      </div>
    `;
  }

  #export() {
    const now = new Date();
    const link = document.createElement("a");
    // An address is kept until the next one: browsers differ in when they have taken what is behind it.
    URL.revokeObjectURL(this.#address);
    this.#address = URL.createObjectURL(
      new Blob([formatBackup(allMarks(progress), now)], { type: "application/json" }),
    );
    link.href = this.#address;
    link.download = backupName(now);
    link.click();
    this.status = `Файл ${link.download} передан браузеру для сохранения.`;
  }

  #choose() {
    this.renderRoot.querySelector("input")?.click();
  }

  #chosen(event: Event) {
    const input = event.target as HTMLInputElement;
    this.#import(input.files?.[0]);
    // So that the same file can be chosen again.
    input.value = "";
  }

  #drag(event: DragEvent) {
    event.preventDefault();
    this.dragged = true;
  }

  #leave() {
    this.dragged = false;
  }

  #drop(event: DragEvent) {
    event.preventDefault();
    this.dragged = false;
    this.#import(event.dataTransfer?.files[0]);
  }

  async #import(file: File | undefined) {
    if (!file) return;
    try {
      this.status = report(await readBackup(file));
    } catch (error) {
      if (!(error instanceof NotABackup)) throw error;
      this.status = `${error.message} Прогресс не изменён.`;
    }
  }

  #reset() {
    const count = reset(progress);
    this.status = count ? `Сброшено: ${lessons(count)}.` : "Сбрасывать нечего: ни один урок не отмечен.";
  }

  #undo() {
    const count = undoable(progress).length;
    undoReset(progress);
    this.status = `Возвращено: ${lessons(count)}.`;
    // This button goes away, and the keyboard's place with it.
    this.renderRoot.querySelector<HTMLElement>("#reset")?.focus();
  }
}

/** Merges a file and says what that did. */
function report({ marks, ignored }: Backup): string {
  const { added, updated, kept, unsaved } = merge(progress, marks);
  const parts = [`добавлено — ${added}, обновлено — ${updated}, оставлено как было — ${kept}`];
  for (const [reason, count] of ignored) parts.push(`пропущено — ${count} (${reason})`);
  if (unsaved) parts.push(`не сохранено браузером — ${unsaved}, действует до ухода со страницы`);
  return `Загружено: ${parts.join("; ")}.`;
}

ProgressBackup.addInitializer(followProgress);
customElements.define("progress-backup", ProgressBackup);

declare global {
  interface HTMLElementTagNameMap {
    "progress-backup": ProgressBackup;
  }
}
