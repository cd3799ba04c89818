import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"

const { OPENSHELF_SHARED } = process.env
const root = OPENSHELF_SHARED ?? fileURLToPath(new URL("../../../../shared", import.meta.url))

/** Path of a file of the real data beside the checkout. */
export const sharedPath = (name: string): string => `${root}/data/${name}`

/** Whether there are no real data here; then it says which test is skipped for that. */
export const sharedDataMissing = (test: string): boolean => {
  const missing = !existsSync(sharedPath("marc"))
  if (missing) console.warn(`skipped: ${test}: no real data at ${root} (OPENSHELF_SHARED says where)`)
  return missing
}
