import type { Page } from "@playwright/test";
import { megabytes } from "../../components/slot-explain.ts";
import { readTrace } from "../../eleventy/slot-trace.ts";
import { expect, test } from "./fixture.ts";
import { comeNear, testRareElement } from "./rare-element.ts";

const LESSON = "./course/module-2/02-replication-slots/";

const simulator = (page: Page) => page.locator("slot-simulator");
const button = (page: Page, name: string | RegExp) => simulator(page).getByRole("button", { name });
const scenario = (page: Page) => simulator(page).getByRole("combobox", { name: "Сценарий" });
const status = (page: Page) => simulator(page).getByRole("status");
/** The value that stands beside a name in the panel. */
const figure = (page: Page, name: string) =>
  simulator(page)
    .locator("dl > div")
    .filter({ has: page.locator(`dt > :text-is("${name}")`) })
    .locator("dd");

/** The recorded scenarios that the lesson prints. */
async function printed(page: Page) {
  const ids = await page.locator("slot-simulator details").evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(0);
  return readTrace(".").filter(({ id }) => ids.includes(`slot-${id}`));
}

async function open(page: Page) {
  await page.goto(LESSON);
  await comeNear(page, "slot-simulator");
}

test("a stopped consumer, a limit and a checkpoint lose the slot, by mouse", async ({ page }) => {
  await open(page);
  await button(page, "Записать 16 МБ").click();
  await expect(figure(page, "confirmed_flush_lsn")).toHaveText("16 МБ");
  await expect(status(page)).toContainText("подтверждено");
  await simulator(page).getByRole("combobox", { name: "max_slot_wal_keep_size" }).selectOption("64");
  await expect(figure(page, "safe_wal_size")).toHaveText("64 МБ");
  await button(page, "Остановить потребителя").click();
  await expect(figure(page, "потребитель")).toHaveText("остановлен");
  await button(page, "Записать 64 МБ").click();
  await expect(figure(page, "wal_status")).toHaveText("unreserved");
  await button(page, "Контрольная точка").click();
  await expect(figure(page, "wal_status")).toHaveText("lost");
  await expect(figure(page, "invalidation_reason")).toHaveText("wal_removed");
  await expect(figure(page, "restart_lsn")).toHaveText("нет");
  await expect(status(page)).toContainText("unreserved → lost");
  await button(page, "Пустить потребителя").click();
  await expect(figure(page, "потребитель")).toHaveText("отказано");
  await button(page, "Сначала").click();
  await expect(figure(page, "wal_status")).toHaveText("reserved");
  await expect(figure(page, "safe_wal_size")).toHaveText("нет");
  await expect(simulator(page).getByRole("combobox", { name: "max_slot_wal_keep_size" })).toHaveValue("none");
});

test("heartbeats move the slot beside a busy database, by keyboard alone", async ({ page }) => {
  await open(page);
  await scenario(page).focus();
  const press = async (name: string) => {
    for (let steps = 0; steps < 12; steps++) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const inner = document.activeElement?.shadowRoot?.activeElement;
        return inner?.closest("label")?.textContent ?? inner?.textContent ?? "";
      });
      if (focused.includes(name)) return page.keyboard.press("Space");
    }
    throw new Error(`Tab does not lead to "${name}"`);
  };
  await press("Записать 64 МБ");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(figure(page, "удержано")).toHaveText("192 МБ");
  await expect(figure(page, "wal_status")).toHaveText("extended");
  await press("Пульс");
  await expect(figure(page, "confirmed_flush_lsn")).toHaveText("192 МБ");
  // The first beat moves the slot to the first point that waits, the next one on.
  await expect(figure(page, "удержано")).toHaveText("128 МБ");
  await page.keyboard.press("Space");
  await page.keyboard.press("Space");
  await expect(figure(page, "удержано")).toHaveText("0 МБ");
});

test("every scenario is where PostgreSQL was after each of its steps", async ({ page }) => {
  await open(page);
  for (const { id, title, steps } of await printed(page)) {
    await scenario(page).selectOption({ label: title });
    await expect(page.locator(`#slot-${id}`)).toHaveAttribute("open", "");
    const rows = page.locator(`#slot-${id} [data-operation]`);
    const values = simulator(page).locator("dl dd");
    for (const [at, { view }] of steps.entries()) {
      await button(page, `Шаг ${at + 1} из ${steps.length}`).click();
      const sizes = [view.retained, view.restart, view.confirmed, view.current, view.safe].map(megabytes);
      await expect(values).toHaveText([view.status, ...sizes, view.reason ?? "нет", /./]);
      await expect(rows.nth(at + 1)).toHaveAttribute("aria-current", "step");
    }
    await expect(page.locator("slot-simulator [aria-current]")).toHaveCount(1);
    await button(page, "Пройти ещё раз").click();
    await expect(button(page, `Шаг 1 из ${steps.length}`)).toBeFocused();
  }
  await scenario(page).selectOption({ index: 0 });
  await expect(page.locator("slot-simulator [aria-current]")).toHaveCount(0);
  await expect(figure(page, "конец WAL")).toHaveText("0 МБ");
});

testRareElement("slot-simulator", open, [
  (page) => simulator(page).getByRole("combobox", { name: "max_slot_wal_keep_size" }).selectOption("128"),
  async (page) => {
    const crossed = (await printed(page)).find(({ id }) => id === "limit-crossed");
    await scenario(page).selectOption({ label: crossed?.title ?? "" });
    for (let at = 0; at < 11; at++) await button(page, "Шаг").click();
    await expect(figure(page, "wal_status")).toHaveText("lost");
    await expect(status(page)).toContainText("wal_status: unreserved → lost.");
  },
]);

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every scenario opens and tells its steps, their figures and reasons", async ({ page }) => {
    await page.goto(LESSON);
    await expect(simulator(page).getByText("Сценарии записаны на PostgreSQL")).toBeVisible();
    for (const { id, steps } of await printed(page)) {
      const details = page.locator(`#slot-${id}`);
      await details.locator("summary").click();
      await expect(details.locator("[data-operation]:visible")).toHaveCount(steps.length + 1);
      await expect(details.locator(".why:visible")).toHaveCount(steps.length);
      const last = steps.at(-1)?.view;
      await expect(details.locator("[data-operation]").last().locator("td").nth(1)).toHaveText(last?.status ?? "");
    }
    await expect(page.locator("#slot-limit-crossed")).toContainText("can no longer access replication slot");
  });
});
