/** A grade of damage, and what is counted for it, if anything is. */
export interface Grade {
  readonly grade: string
  readonly counted: "perPage" | "perSpot" | null
}

/** What can be on an item, by the codes that the rules of the library know. */
export interface DamageKinds {
  readonly kinds: ReadonlyMap<string, ReadonlyArray<Grade>>
  readonly parts: ReadonlyArray<string>
}

/** The part of a policy that is read here. */
interface PolicyPart {
  readonly compensations?: Readonly<Record<string, Compensation>>
}
interface Compensation {
  readonly damage?: { readonly kinds: Readonly<Record<string, ReadonlyArray<{ grade: string; cost: object }>>> }
  readonly parts?: Readonly<Record<string, unknown>>
}

/**
 * Kinds, grades and parts of all compensations of a policy together; where it has none, some to note without a charge.
 * Whether the one that holds for an item knows them too, the server says.
 */
export const damageKindsOf = (policy: unknown): DamageKinds => {
  const rules = Object.values((policy as PolicyPart | null)?.compensations ?? {})
  const kinds = new Map<string, ReadonlyArray<Grade>>()
  for (const [kind, grades] of rules.flatMap(({ damage }) => Object.entries(damage?.kinds ?? {}))) {
    const known = kinds.get(kind) ?? []
    const others = grades.filter(({ grade }) => !known.some((one) => one.grade === grade))
    kinds.set(kind, [...known, ...others.map(({ grade, cost }) => ({ grade, counted: countedIn(cost) }))])
  }
  const parts = [...new Set(rules.flatMap((rule) => Object.keys(rule.parts ?? {})))]
  return kinds.size === 0 && parts.length === 0 ? common : { kinds, parts }
}

const countedIn = (cost: object): Grade["counted"] =>
  "perPage" in cost ? "perPage" : "perSpot" in cost ? "perSpot" : null

const commonGrades: ReadonlyArray<Grade> = ["light", "heavy", "unusable"].map((grade) => ({ grade, counted: null }))
const common: DamageKinds = {
  kinds: new Map(["stain", "writing", "tear", "water", "cover", "pages"].map((kind) => [kind, commonGrades])),
  parts: ["barcode", "disc", "map", "case"]
}
