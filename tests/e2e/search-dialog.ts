import type { Locator, Page } from "@playwright/test";

/** The parts of the search dialog, as a reader finds them. */
export const dialog = (page: Page): Locator => page.getByRole("dialog", { name: "Поиск по курсу" });
export const field = (page: Page): Locator => dialog(page).getByRole("combobox", { name: "Что найти" });
export const status = (page: Page): Locator => dialog(page).getByRole("status");
export const options = (page: Page): Locator =>
  dialog(page).getByRole("listbox", { name: "Результаты поиска" }).getByRole("option");

/** Opens the dialog if need be, and asks. */
export async function search(page: Page, query: string): Promise<void> {
  if (!(await dialog(page).isVisible())) await page.keyboard.press("Control+k");
  await field(page).fill(query);
}
