import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";

const shown = (page: Page) => page.locator(".entry:visible");
const words = (page: Page) => page.getByLabel("Слова из сообщения");
const source = (page: Page) => page.getByLabel("Источник");
const log = (page: Page) => page.getByLabel("Журнал или стек целиком");

const TRACE = `[2026-11-21 10:00:00,123] ERROR Task threw an uncaught and unrecoverable exception. Task is being killed and will not recover until manually restarted (org.apache.kafka.connect.runtime.WorkerTask:252)
\tat io.debezium.pipeline.ErrorHandler.setProducerThrowable(ErrorHandler.java:79)
Caused by: org.postgresql.util.PSQLException: ERROR: replication slot "debezium" is active for PID 4711
\t... 12 more`;

test.beforeEach(async ({ page, javaScriptEnabled }) => {
  await page.goto("./troubleshooting/");
  if (javaScriptEnabled) await page.evaluate(() => customElements.whenDefined("trouble-finder").then(() => {}));
});

test("the filters live in the address, and back and forward walk through them", async ({ page }) => {
  const all = await shown(page).count();
  await source(page).selectOption("mysql");
  await expect(page).toHaveURL(/\?source=mysql$/);
  await expect(shown(page).first()).toHaveAttribute("data-source", "mysql");
  expect(await shown(page).count()).toBeLessThan(all);

  await source(page).selectOption("");
  await words(page).pressSequentially("слот pg_replication_slots");
  await expect(page).toHaveURL(/\?q=/);
  const slots = await shown(page).count();
  expect(slots).toBeGreaterThan(0);
  expect(slots).toBeLessThan(all);

  // The typed words are one step.
  await page.goBack();
  await expect(words(page)).toHaveValue("");
  await expect(shown(page)).toHaveCount(all);
  await page.goBack();
  await expect(source(page)).toHaveValue("mysql");
  await page.goForward();
  await page.goForward();
  await expect(shown(page)).toHaveCount(slots);
  await page.reload();
  await expect(words(page)).toHaveValue("слот pg_replication_slots");
  await expect(shown(page)).toHaveCount(slots);
});

test("a line of a log among the words finds its entry", async ({ page }) => {
  await words(page).fill('ERROR: replication slot "orders" is active for PID 17');
  await expect(shown(page)).toHaveCount(1);
  await expect(shown(page)).toHaveAttribute("id", "slot-active");
});

for (const [name, text] of [
  ["stack trace", TRACE],
  ["REST answer", JSON.stringify({ tasks: [{ id: 0, state: "FAILED", trace: TRACE }] })],
] as const) {
  test(`a pasted ${name} finds the cause before the wrapper, and stays in the browser`, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const address = page.url();
    await log(page).fill(text);
    const found = page.locator("trouble-finder").getByRole("listitem").filter({ hasText: "строка" });
    await expect(found).toHaveCount(2);
    await expect(found.first()).toContainText("is active for PID");
    await expect(shown(page)).toHaveCount(2);
    await expect(page.getByRole("status")).toContainText("2");
    expect(page.url()).toBe(address);
    expect(asked).toEqual([]);
    await found.first().getByRole("link").click();
    await expect(page).toHaveURL(/#slot-active$/);
    await expect(page.locator("#slot-active")).toBeInViewport();
  });
}

test("a log without a known message says so; taken away, everything is back", async ({ page }) => {
  const all = await shown(page).count();
  await log(page).fill("INFO all is well");
  await expect(page.getByRole("status")).toContainText("нет ни одного");
  await expect(shown(page)).toHaveCount(0);
  await log(page).fill("");
  await expect(shown(page)).toHaveCount(all);
});

test("a megabyte and more is pasted at once and read to its end", async ({ page }) => {
  await log(page).evaluate((field, end) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "\tat java.base/java.lang.Thread.run(Thread.java:1583)\n".repeat(25_000) + end);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, TRACE);
  await expect(page.getByRole("status")).toContainText("разобран его конец");
  await expect(page.locator("#slot-active")).toBeVisible();
  await expect(shown(page)).toHaveCount(2);
});

test("by keyboard alone the form is filled, and Enter neither sends it nor leaves the page", async ({ page }) => {
  await words(page).focus();
  await page.keyboard.type("Public Key");
  await page.keyboard.press("Enter");
  await expect(shown(page)).toHaveCount(1);
  await expect(page).toHaveURL(/\?q=Public\+Key$/);
  await page.keyboard.press("Tab");
  await expect(source(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(log(page)).toBeFocused();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the whole list is there, and the form is not", async ({ page }) => {
    await expect(page.locator(".finder")).toBeHidden();
    expect(await shown(page).count()).toBeGreaterThanOrEqual(50);
    await expect(shown(page).first()).toContainText("Причина");
  });
});
