import { builtSites } from "../support/built-site.ts";

/** Builds the site where nobody has yet; the workers find the folders in the environment. */
export default async function setUp(): Promise<void> {
  await builtSites();
}
