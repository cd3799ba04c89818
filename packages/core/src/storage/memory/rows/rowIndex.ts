/** Keys of rows by the value that they have in one column. */
export interface Indexed {
  readonly add: (value: string, key: string) => void
  readonly remove: (value: string, key: string) => void
  readonly keys: (value: string) => Iterable<string>
}

export const rowIndex = (): Indexed => {
  const keysOf = new Map<string, Set<string>>()
  return {
    add: (value, key) => {
      const keys = keysOf.get(value)
      if (keys === undefined) keysOf.set(value, new Set([key]))
      else keys.add(key)
    },
    remove: (value, key) => {
      const keys = keysOf.get(value)
      if (keys?.delete(key) && keys.size === 0) keysOf.delete(value)
    },
    keys: (value) => keysOf.get(value) ?? []
  }
}
