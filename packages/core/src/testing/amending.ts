import type { Library } from "../library/openLibrary.ts"
import { noon, tenant } from "./smallLibrary.ts"

const latest = async (library: Library, kind: "policy" | "calendar"): Promise<Record<string, unknown>> => {
  const { rows } = await library.scan(tenant, "document", null, 100)
  return JSON.parse(rows.findLast((row) => row.kind === kind)?.content ?? "{}")
}

const published = ({ ok, ...answer }: { readonly ok: boolean }): void => {
  if (!ok) throw new Error(JSON.stringify(answer))
}

/** The small library's policy with other settings beside its rules; `set`: what each of its copies gets besides; `rows`: rules after its own. */
export const amendPolicy = async (
  library: Library,
  {
    set,
    rows: more = [],
    ...document
  }: { readonly set?: object; readonly rows?: ReadonlyArray<object> } & Readonly<Record<string, unknown>>,
  at: number = noon - 1
): Promise<void> => {
  const policy = await latest(library, "policy")
  const [base, ...rows] = policy.rows as ReadonlyArray<{ readonly set: object }>
  const content = { ...policy, ...document, rows: [{ ...base, set: { ...base?.set, ...set } }, ...rows, ...more] }
  published(await library.publishPolicy({ tenant, content, at, by: "anna" }))
}

/** A branch more, as the first. */
export const openBranch = async (library: Library, code: string, at: number = noon - 1): Promise<void> => {
  const calendar = await latest(library, "calendar")
  const branches = calendar.branches as Readonly<Record<string, object>>
  const content = { ...calendar, branches: { ...branches, [code]: branches.main } }
  published(await library.publishCalendar({ tenant, content, at, by: "anna" }))
}

/** A branch is closed for good: the calendar knows it no more. */
export const closeForGood = async (library: Library, code: string, at: number): Promise<void> => {
  const calendar = await latest(library, "calendar")
  const { [code]: _, ...branches } = calendar.branches as Readonly<Record<string, object>>
  published(await library.publishCalendar({ tenant, content: { ...calendar, branches }, at, by: "anna" }))
}

/** A branch is closed on the day of an instant. */
export const closeOn = async (library: Library, code: string, at: number): Promise<void> => {
  const calendar = await latest(library, "calendar")
  const branches = calendar.branches as Readonly<Record<string, object>>
  const exceptions = [{ from: new Date(at).toISOString().slice(0, 10), closed: true }]
  const content = { ...calendar, branches: { ...branches, [code]: { ...branches[code], exceptions } } }
  published(await library.publishCalendar({ tenant, content, at, by: "anna" }))
}
