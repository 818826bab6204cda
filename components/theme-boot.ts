import { readSaved } from "./saved-setting.ts";

// Runs before the first paint, so that a page chosen to be dark never flashes light. Unknown values mean "as the system".
const theme = readSaved("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
