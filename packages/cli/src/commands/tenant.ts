import { readFile } from "node:fs/promises"
import type { Library } from "@openshelf/core"
import { Failed } from "./failed.ts"

/** Makes a tenant from the files of its first policy and calendar. */
export const open = async (
  library: Library,
  {
    tenant,
    name,
    policy,
    calendar,
    at
  }: {
    readonly tenant: string
    readonly name: string
    readonly policy: string
    readonly calendar: string
    readonly at: number
  }
): Promise<{ readonly tenant: string; readonly wasOpen: boolean }> => {
  const wasOpen = (await library.tenants()).some((one) => one.tenant === tenant)
  const published = await library.openTenant({
    tenant,
    name,
    policy: await readFile(policy, "utf8"),
    calendar: await readFile(calendar, "utf8"),
    at,
    validFrom: 0
  })
  if (!published.ok) throw new Failed(problemsOf(published.invalid, { policy, calendar }))
  return { tenant, wasOpen }
}

/** Puts a new version of a policy or calendar in force. */
export const publish = async (
  library: Library,
  kind: "policy" | "calendar",
  {
    tenant,
    file,
    at,
    validFrom
  }: { readonly tenant: string; readonly file: string; readonly at: number; readonly validFrom: number }
): Promise<{ readonly version: number }> => {
  const publication = { tenant, content: await readFile(file, "utf8"), at, validFrom, by: "openshelf publish" }
  const published = await (kind === "policy"
    ? library.publishPolicy(publication)
    : library.publishCalendar(publication))
  if (!published.ok) throw new Failed(problemsOf(published.invalid, {}, file))
  return { version: published.version }
}

/** What is wrong with a document, each with its file and line. */
export const problemsOf = (
  invalid: ReadonlyArray<{ readonly path: string; readonly expected: string; readonly line?: number }>,
  files: Readonly<Record<string, string>>,
  other?: string
): string =>
  invalid
    .map(({ path, expected, line }) => {
      const file = files[path.split(/[.[]/)[0] ?? ""] ?? other
      const place = file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}: `
      return `${place}${path}: expected ${expected}`
    })
    .join("\n")
