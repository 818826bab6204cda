import type { MarkdownIt } from "markdown-it";
import { MAX_WAL_SIZE, MB, SEGMENT } from "../../components/slot-model.ts";
import { readTrace, TRACE_FILE } from "../slot-trace.ts";
import { scenarioBlock } from "./scenario-block.ts";
import { printedSlotScenario } from "./slot-print.ts";

/**
 * Prints the scenarios of the recorded slot trace, `::: slot-simulator` … `:::`. Each row names its operation in
 * `data-operation`.
 * @param root project folder that holds the trace
 */
export function slotSimulator(md: MarkdownIt, root: string): void {
  scenarioBlock(md, root, {
    name: "slot-simulator",
    recording: { name: "the slot trace", file: TRACE_FILE, recorder: "labs/verify/slots/record.ts", read: readTrace },
    note: NOTE,
    print: printedSlotScenario,
  });
}

/** What the figures mean, and what a server does otherwise. */
const NOTE = `Сценарии записаны на PostgreSQL стенда. Размеры — в мегабайтах, позиции — от начала файла WAL, в котором \
создан слот; файл — ${SEGMENT / MB} МБ, \`max_wal_size\` — ${MAX_WAL_SIZE} МБ. После каждого шага потребитель слота \
читает и подтверждает конец последней транзакции, в которой были события для него, и только его; затем сервер \
записывает в WAL, какие транзакции не завершены. Сам он делает это каждые 15 секунд, если что-то менялось. Контрольные точки — только те, \
что названы: обычно сервер делает их по времени и по объёму WAL, а файлы убирает в конце. Так же подтверждает Debezium, но \
не раньше, чем Kafka Connect сбросит смещения, а без пульса — на одну транзакцию меньше.`;
