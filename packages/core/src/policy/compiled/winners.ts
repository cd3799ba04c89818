import type { PolicyContext } from "../form/criteria.ts"
import { type Bits, commonWord, everyBit, lowestBit } from "./bits.ts"
import type { FieldIndex } from "./fieldIndex.ts"
import type { SettingIndex } from "./settingIndex.ts"

/** By place of a setting: the row that wins it, or -1. */
export type Winners = Int32Array

/**
 * A function that finds the winner of every setting. It goes through the ranked rows once for each 32 settings, a word
 * of 32 rows at a time: of the rows that all fields leave standing, each takes the settings that no earlier one took.
 * Words without a row that sets anything still open are passed by. Nothing is kept between calls but working memory.
 */
export const winnerFinder = (
  rowOf: Int32Array,
  fields: ReadonlyArray<FieldIndex>,
  { groups, fallback }: SettingIndex
): ((context: PolicyContext) => Winners) => {
  const standing: Array<Bits> = [everyBit(rowOf.length), ...fields.map(({ rowsFor }) => rowsFor(null))]

  return (context) => {
    for (let i = 0; i < fields.length; i++) {
      const index = fields[i] as FieldIndex
      standing[i + 1] = index.rowsFor(context[index.field])
    }
    const winners = fallback.slice()
    for (let g = 0; g < groups.length; g++) {
      const { open, sets, setsByWord, firstPlace } = groups[g] as SettingIndex["groups"][number]
      let left = open
      for (let word = 0; word < setsByWord.length && left !== 0; word++) {
        if (((setsByWord[word] as number) & left) === 0) continue
        let rows = commonWord(standing, word)
        for (; rows !== 0; rows &= rows - 1) {
          const ranked = word * 32 + lowestBit(rows)
          let taken = (sets[ranked] as number) & left
          left ^= taken
          for (; taken !== 0; taken &= taken - 1) winners[firstPlace + lowestBit(taken)] = rowOf[ranked] as number
        }
      }
    }
    return winners
  }
}
