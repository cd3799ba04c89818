/** Numbers by their distance, nearest first: a binary heap in two arrays. A number may stand in it more than once. */
export interface Nearest {
  readonly size: () => number
  readonly push: (distance: number, number: number) => void
  /** The nearest, left where it is. Only of one that is not empty. */
  readonly distance: () => number
  readonly number: () => number
  readonly pop: () => void
}

export const nearest = (): Nearest => {
  const distances: Array<number> = []
  const numbers: Array<number> = []
  return {
    size: () => numbers.length,
    distance: () => distances[0] as number,
    number: () => numbers[0] as number,
    push: (distance, number) => {
      let at = numbers.length
      while (at > 0) {
        const above = (at - 1) >> 1
        if ((distances[above] as number) <= distance) break
        distances[at] = distances[above] as number
        numbers[at] = numbers[above] as number
        at = above
      }
      distances[at] = distance
      numbers[at] = number
    },
    pop: () => {
      const distance = distances.pop() as number
      const number = numbers.pop() as number
      const size = numbers.length
      if (size === 0) return
      let at = 0
      for (let below = 1; below < size; below = 2 * at + 1) {
        if (below + 1 < size && (distances[below + 1] as number) < (distances[below] as number)) below += 1
        if ((distances[below] as number) >= distance) break
        distances[at] = distances[below] as number
        numbers[at] = numbers[below] as number
        at = below
      }
      distances[at] = distance
      numbers[at] = number
    }
  }
}
