import { type Dice, normal } from "../../../reservations/waiting/dice.ts"

/** A habit-ridden reader: the same one is late again and again, and keeps all books long. */
export interface TownReader {
  /** How long this one keeps what others keep for 1. Whoever shares a household shares most of it. */
  readonly pace: number
  /** Chance of bringing back late what is due. */
  readonly lateness: number
  /** Mean days until something on the pickup shelf is fetched, and the chance that it never is. */
  readonly fetchDays: number
  readonly noShow: number
}

export interface TownTitle {
  readonly titleId: string
  readonly kind: TownKind
  /** How long it is kept beside others of its kind. */
  readonly length: number
  readonly wanted: number
  readonly copies: number
  /** From when it is the talk of the town, for two months. */
  readonly talkedOfFrom: number
}

export interface TownKind {
  readonly itemType: string
  readonly loanDays: number
  /** Days that it is meant to be kept, and how many copies a title has at the most. */
  readonly keptDays: number
  readonly copiesMax: number
}

const kinds: ReadonlyArray<TownKind> = [
  { itemType: "novel", loanDays: 28, keptDays: 17, copiesMax: 6 },
  { itemType: "film", loanDays: 7, keptDays: 5, copiesMax: 3 },
  { itemType: "guide", loanDays: 28, keptDays: 26, copiesMax: 2 }
]

const spread = (dice: Dice, by: number): number => Math.exp(normal(dice) * by)

/** Households of three that share a pace, each reader with habits of an own. */
export const townReaders = (dice: Dice, households: number): ReadonlyArray<TownReader> =>
  Array.from({ length: households }, () => {
    const shared = spread(dice, 0.3)
    return Array.from({ length: 3 }, () => ({
      pace: shared * spread(dice, 0.2),
      // A few are late with everything, most with hardly anything.
      lateness: 0.02 + 0.7 * dice() ** 4,
      fetchDays: 0.5 + 4 * dice() ** 2,
      noShow: 0.2 * dice() ** 2
    }))
  }).flat()

export const townTitles = (dice: Dice, count: number, days: number): ReadonlyArray<TownTitle> =>
  Array.from({ length: count }, (_, rank) => {
    const kind = kinds[Math.floor(dice() * kinds.length)] as TownKind
    return {
      titleId: `title ${rank}`,
      kind,
      length: spread(dice, 0.25),
      wanted: 1 / (rank + 12),
      copies: 1 + Math.floor(dice() * kind.copiesMax),
      talkedOfFrom: dice() * days
    }
  })
