import type { MarkdownIt } from "markdown-it";
import { readWatermarks, WATERMARK_FILE } from "../watermark-trace.ts";
import { scenarioBlock } from "./scenario-block.ts";
import { printedWatermarkScenario } from "./watermark-print.ts";

/**
 * Prints the scenarios of the recorded watermark trace, `::: watermark-stepper` … `:::`. Each row names its action of
 * the model in `data-action`.
 * @param root project folder that holds the trace
 */
export function watermarkStepper(md: MarkdownIt, root: string): void {
  scenarioBlock(md, root, {
    name: "watermark-stepper",
    recording: {
      name: "the watermark trace",
      file: WATERMARK_FILE,
      recorder: "labs/verify/watermarks/record.ts",
      read: readWatermarks,
    },
    note: NOTE,
    print: printedWatermarkScenario,
  });
}

const NOTE = `Сценарии сыграл коннектор стенда: на каждом шаге его держали блокировки таблиц. Порядок в WAL и в топике записан, \
буфер считает модель, сверенная с записью. Изменение названо своим \`op\` и ключом; \`v2\` — второе значение строки, первое \
не подписано. Ключи таблицы идут от 1, чанк — 8 строк, надгробия выключены. Модель полагает, что запрос видит всё зафиксированное до него.`;
