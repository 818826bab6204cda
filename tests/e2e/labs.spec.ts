import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { expect, test } from "./fixture.ts";

/** The one file that every state of the labs has. */
const ENV = "./labs/dot-env/";

/** Addresses of all file pages that the tree links. */
const filePages = (page: Page): Promise<string[]> =>
  page.locator(".tree a").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));

test("the tree leads to a page for each file, with its text and where it is used", async ({ page }) => {
  await page.goto("./labs/");
  const addresses = await filePages(page);
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses) {
    expect(new URL(address).pathname, "GitHub leaves out what begins with a dot").not.toMatch(/\/\./);
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^labs\//);
    await expect(page.locator(".needs").first()).toContainText(/Используется в\sуроках|не\sпоказан/);
    await expect(page.locator("figure.code pre, main .button").first()).toBeVisible();
  }
});

test("what is copied and what is downloaded is the file", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(ENV);
  await page.locator("copy-button").getByRole("button").click();
  await expect(page.locator("copy-button").getByRole("status")).toHaveText("Скопировано");
  const copied = await page.evaluate(() => navigator.clipboard.readText());

  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".code-download").click()]);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toBe(await readFile("labs/.env", "utf8"));
  expect(copied).toBe(text.trimEnd());
  expect(download.suggestedFilename()).toMatch(/^[._]?env(\.txt)?$/);
});

test("the archive holds every file of the tree, under its own name, in one folder", async ({ page }) => {
  await page.goto("./labs/");
  const names = await page.locator(".tree a").allTextContents();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /Скачать архивом/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("debezium-course-lab.zip");
  const entries = Object.keys(unzipSync(await readFile(await download.path())));
  expect(entries.every((entry) => entry.startsWith("debezium-course-lab/"))).toBe(true);
  for (const name of names)
    expect(
      entries.some((entry) => entry.endsWith(`/${name}`)),
      name,
    ).toBe(true);
  expect(entries.filter((entry) => /node_modules|\.venv|\/verify\/|__pycache__/.test(entry))).toEqual([]);
});

test("by keyboard a reader comes from the footer to a file", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("contentinfo").getByRole("link", { name: "Файлы лаборатории" }).press("Enter");
  await page.locator(".tree a").first().press("Enter");
  await expect(page.locator(".crumbs a")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a file is read and downloaded", async ({ page }) => {
    await page.goto(ENV);
    await expect(page.locator("figure.code code")).toContainText("DEBEZIUM_VERSION=");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".code-download").click()]);
    expect(await download.failure()).toBeNull();
  });
});
