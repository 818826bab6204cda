import type { Page } from "@playwright/test";
import { readWatermarks, type WatermarkScenario } from "../../eleventy/watermark-trace.ts";
import { expect, test } from "./fixture.ts";
import { comeNear, testRareElement } from "./rare-element.ts";

const LESSON = "./course/module-2/07-incremental-snapshot-lab/";

const stepper = (page: Page) => page.locator("watermark-stepper");
const scenario = (page: Page) => stepper(page).getByRole("combobox", { name: "Сценарий" });
const status = (page: Page) => stepper(page).getByRole("status");
const next = (page: Page) => stepper(page).getByRole("button", { name: /^Шаг|^Пройти/ });
const back = (page: Page) => stepper(page).getByRole("button", { name: "Назад" });
/** What stands in a pane of the panel. */
const pane = (page: Page, name: string | RegExp) => stepper(page).getByRole("list", { name }).getByRole("listitem");

/** What the recorded connector wrote, as the panel names it: the first version goes without saying. */
const shown = (...texts: string[]) =>
  texts.flatMap((text) => text.split(", ").filter(Boolean)).map((text) => text.replace(/ v1$/, ""));
const wal = ({ steps }: WatermarkScenario) => shown(...steps.map((step) => step.wal));
const topic = ({ steps }: WatermarkScenario) => shown(...steps.map((step) => step.topic));

/** The lesson prints them all. */
const SCENARIOS = readWatermarks(".");

async function open(page: Page) {
  await page.goto(LESSON);
  await comeNear(page, "watermark-stepper");
}

/** Goes on until a step has been done. */
async function goTo(page: Page, step: RegExp) {
  for (let steps = 0; steps < 30; steps++) {
    await next(page).click();
    if (step.test((await status(page).textContent()) ?? "")) return;
  }
  throw new Error(`no step ${step}`);
}

test("a key that the stream brings leaves the buffer while the window is open, by mouse", async ({ page }) => {
  await open(page);
  await expect(scenario(page)).toHaveValue("Изменения внутри окна");
  await goTo(page, /^коннектор читает чанк/);
  await expect(pane(page, "буфер, окно закрыто")).toHaveText(["1", "2", "3", "4", "5", "6", "7", "8"]);
  await goTo(page, /^поток: u 3 v2/);
  await expect(pane(page, "таблица").nth(3)).toHaveText("3 v2");
  await expect(pane(page, "буфер, окно открыто").locator("del")).toHaveText("3");
  await expect(pane(page, "топик")).toHaveText(["u 3 v2"]);
  await expect(status(page)).toContainText("Ключ 3 вычеркнут из буфера");
  await goTo(page, /^поток: close/);
  await expect(pane(page, /^буфер/)).toHaveCount(0);
  await expect(pane(page, "топик")).toHaveText(["u 3 v2", "d 5", "c 0", "r 1", "r 2", "r 4", "r 6", "r 7", "r 8"]);
  await back(page).click();
  await expect(pane(page, "топик")).toHaveText(["u 3 v2", "d 5", "c 0"]);
  await expect(pane(page, "буфер, окно открыто")).toHaveCount(8);
});

test("forth and back by keyboard alone, and the focus stays", async ({ page }) => {
  await open(page);
  await scenario(page).focus();
  await page.keyboard.press("Tab");
  await expect(back(page)).toBeFocused();
  await expect(back(page)).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Enter");
  await expect(next(page)).toHaveText(/^Шаг 1 из /);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  await expect(next(page)).toBeFocused();
  await expect(status(page)).toContainText("коннектор пишет open");
  await expect(stepper(page).locator("[aria-current]")).toHaveAttribute("data-action", "open");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(status(page)).toContainText("сигнал");
  await page.keyboard.press("Enter");
  await expect(back(page)).toBeFocused();
  await expect(stepper(page).locator("[aria-current]")).toHaveCount(0);
  await scenario(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(stepper(page).locator("details[open]")).toHaveCount(1);
});

for (const recorded of SCENARIOS) {
  test(`"${recorded.title}" ends with what the recorded connector wrote, and can be gone through again`, async ({
    page,
  }) => {
    await open(page);
    await scenario(page).selectOption({ label: recorded.title });
    const details = page.locator(`#watermark-${recorded.id}`);
    await expect(details).toHaveAttribute("open", "");
    const rows = details.locator("[data-action]");
    const count = await rows.count();
    for (let at = 0; at < count; at++) {
      await expect(next(page)).toHaveText(new RegExp(`^Шаг ${at + 1} из ${count}: `));
      await next(page).click();
    }
    await expect(rows.last()).toHaveAttribute("aria-current", "step");
    await expect(stepper(page).locator("[aria-current]")).toHaveCount(1);
    await expect(pane(page, /^таблица$/)).toHaveText(shown(recorded.table));
    await expect(pane(page, "WAL")).toHaveText([...wal(recorded), "◂ прочитано коннектором"]);
    await expect(pane(page, "топик")).toHaveText(topic(recorded));
    await next(page).click();
    await expect(next(page)).toHaveText(/^Шаг 1 из /);
    await expect(next(page)).toBeFocused();
    await expect(pane(page, "топик")).toHaveCount(0);
  });
}

testRareElement("watermark-stepper", open, [
  async () => {},
  async (page) => {
    await scenario(page).selectOption({ index: 0 });
    await goTo(page, /^поток: u 3 v2/);
    await expect(stepper(page).locator("[aria-current]")).toHaveCount(1);
  },
]);

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every scenario opens and tells its steps and reasons", async ({ page }) => {
    await page.goto(LESSON);
    await expect(stepper(page).getByText("Сценарии сыграл коннектор стенда")).toBeVisible();
    for (const { id, steps } of SCENARIOS) {
      const details = page.locator(`#watermark-${id}`);
      await details.locator("summary").click();
      expect(await details.locator("[data-action]:visible").count()).toBeGreaterThan(steps.length);
      await expect(details.locator(".why:visible")).toHaveCount(await details.locator("[data-action]").count());
    }
    await expect(page.locator("#watermark-inside")).toContainText("Ключ 3 вычеркнут из буфера: там прежняя строка.");
  });
});
