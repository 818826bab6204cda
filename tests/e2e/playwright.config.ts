import { defineConfig, devices } from "@playwright/test";
import { ensureBrowser } from "../../tools/browser.ts";

const chromium = await ensureBrowser();

/** Smoke paths of every engine; the rest runs in Chromium. */
const smoke = /smoke\.spec\.ts$/;

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../../node_modules/.cache/debezium-course/e2e",
  globalSetup: "./global-setup.ts",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that needs a second try is a broken test.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  use: { locale: "ru-RU", timezoneId: "Europe/Moscow", trace: "retain-on-failure" },
  projects: [
    {
      name: "chromium",
      use: {
        ...devices["Desktop Chrome"],
        launchOptions: {
          executablePath: chromium.path,
          args: [...chromium.args],
        },
      },
    },
    // GitHub's workflow installs the other engines and asks for them.
    ...(process.env.PLAYWRIGHT_ALL === "1"
      ? [
          { name: "firefox", testMatch: smoke, use: { ...devices["Desktop Firefox"] } },
          { name: "webkit", testMatch: smoke, use: { ...devices["Desktop Safari"] } },
        ]
      : []),
  ],
});
