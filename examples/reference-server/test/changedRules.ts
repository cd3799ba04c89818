import type { Library } from "@openshelf/core"

const tenant = "town"

type Policy = { readonly rows: ReadonlyArray<{ readonly id: string; readonly set: object }> }

/** Publishes the rules in force with a change. */
export const changeRules = async (library: Library, change: (policy: Policy) => object): Promise<void> => {
  const { rows } = await library.scan(tenant, "document", null, 10)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "{}") as Policy
  const at = Date.now() - 1
  const published = await library.publishPolicy({ tenant, content: change(policy), validFrom: at, at, by: "anna" })
  if (!published.ok) throw new Error(JSON.stringify(published))
}

/** Settings of every item that no rule says otherwise of. */
export const withSettings =
  (settings: object) =>
  (policy: Policy): object => ({
    ...policy,
    rows: policy.rows.map((row) => (row.id === "base" ? { ...row, set: { ...row.set, ...settings } } : row))
  })
