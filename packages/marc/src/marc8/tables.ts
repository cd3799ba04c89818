import { packedCodetables } from "./generated/codetables.ts"
import { unpackCodetables } from "./pack.ts"

/** A character set of MARC-8, named by the final byte of the escape sequence that selects it. */
export const charset = { eacc: 0x31, ascii: 0x42, ansel: 0x45 } as const

export interface Codetables {
  /**
   * By set and byte in G0 form: twice the code point, plus one for a mark; 0 where the set has no such code. EACC is
   * not among them.
   */
  readonly singles: ReadonlyMap<number, Uint32Array>
  /** The few codes of 0x80 to 0x9F, which belong to no set. */
  readonly controls: ReadonlyMap<number, number>
  readonly eacc: ReadonlyMap<number, number>
}

let loaded: Codetables | undefined

/** Unpacked at the first record that needs it: some 10 ms and 2 MB, which a UTF-8 file never pays. */
export const codetables = (): Codetables => {
  loaded ??= load()
  return loaded
}

const load = (): Codetables => {
  const singles = new Map<number, Uint32Array>()
  const controls = new Map<number, number>()
  const eacc = new Map<number, number>()
  for (const row of unpackCodetables(packedCodetables)) {
    if (row.charset === charset.eacc) eacc.set(row.code, row.character)
    else if (row.code >= 0x80) controls.set(row.code, row.character)
    else {
      const table = singles.get(row.charset) ?? new Uint32Array(0x80)
      table[row.code] = row.character * 2 + (row.combining ? 1 : 0)
      singles.set(row.charset, table)
    }
  }
  return { singles, controls, eacc }
}
