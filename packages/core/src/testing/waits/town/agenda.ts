/** What is to happen, by day; what falls on one instant happens in the order in which it was put down. */
export class Agenda {
  readonly #heap: Array<{ readonly day: number; readonly order: number; readonly act: () => void }> = []
  #order = 0
  today = 0

  at(day: number, act: () => void): void {
    const heap = this.#heap
    let place = heap.length
    const entry = { day, order: this.#order++, act }
    for (let above = (place - 1) >> 1; place > 0 && isBefore(entry, heap[above]); above = (place - 1) >> 1) {
      heap[place] = heap[above] as typeof entry
      place = above
    }
    heap[place] = entry
  }

  playUntil(day: number): void {
    for (let next = this.#heap[0]; next !== undefined && next.day <= day; next = this.#heap[0]) {
      this.#takeFirst()
      this.today = next.day
      next.act()
    }
  }

  #takeFirst(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let place = 0
    for (;;) {
      let next = 2 * place + 1
      if (next + 1 < heap.length && isBefore(heap[next + 1], heap[next])) next += 1
      if (next >= heap.length || isBefore(last, heap[next])) break
      heap[place] = heap[next] as typeof last
      place = next
    }
    heap[place] = last
  }
}

interface Entry {
  readonly day: number
  readonly order: number
}

const isBefore = (one: Entry | undefined, other: Entry | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  (one.day < other.day || (one.day === other.day && one.order < other.order))
