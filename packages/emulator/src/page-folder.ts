/**
 * Where the files of the console's page are. Here, because `console/` is one folder up from `src` as well as from
 * `dist`.
 */
export const PAGE_FOLDER: URL = new URL('../console/', import.meta.url)
