import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { openTypeFromWoff } from "./openTypeFromWoff.ts"

/**
 * The folder of a browser ready to run: the program, the libraries that a bare machine lacks, a Latin and a Chinese
 * font. Unpacked on first use from what npm installed, some 210 MB and three seconds; later calls find it there.
 */
export const installedBrowser = (): string => {
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const unfinished = mkdtempSync(join(cache, "unfinished-"))
  try {
    execFileSync(process.execPath, [join(import.meta.dirname, "inflate.ts")], {
      env: { ...process.env, TMPDIR: unfinished },
      stdio: ["ignore", "ignore", "inherit"]
    })
    addChineseFont(join(unfinished, "fonts"))
    moveIntoPlace(unfinished, folder)
    return folder
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

const require = createRequire(import.meta.url)
const cache = join(import.meta.dirname, "../../node_modules/.cache/openshelf")
const version = JSON.parse(
  readFileSync(join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "../package.json"), "utf8")
).version

const addChineseFont = (folder: string): void => {
  const files = join(dirname(require.resolve("@fontsource/noto-sans-sc/package.json")), "files")
  for (const weight of [400, 700]) {
    const woff = readFileSync(join(files, `noto-sans-sc-chinese-simplified-${weight}-normal.woff`))
    writeFileSync(join(folder, `noto-sans-sc-${weight}.otf`), openTypeFromWoff(woff))
  }
  writeFileSync(join(folder, "fonts.conf"), fontConfiguration)
}

/** Only the fonts beside this file count, so that a screenshot looks the same on every machine. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">.</dir></fontconfig>
`

/** Another process may have been first: then its folder stands, which is as good. */
const moveIntoPlace = (unfinished: string, folder: string): void => {
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}
