/** Deepest nesting of a body. The deepest command has four. */
const depthMax = 16

const refusedNames = new Set(["__proto__", "constructor", "prototype"])

/**
 * What makes sound JSON unfit for a command, though `JSON.parse` takes it: nesting that is too deep, a name twice in one
 * object, a name that reaches into prototypes. `null`: nothing. The text has to be JSON.
 */
export const unsafeJson = (text: string): string | null => {
  const open: Array<Set<string> | null> = []
  for (let index = 0; index < text.length; index++) {
    const char = text[index]
    if (char === "{" || char === "[") {
      if (open.push(char === "{" ? new Set() : null) > depthMax) return `nesting of at most ${depthMax}`
    } else if (char === "}" || char === "]") open.pop()
    else if (char === '"') {
      const end = endOfString(text, index)
      const names = open.at(-1)
      if (names != null && isName(text, end)) {
        const name: string = JSON.parse(text.slice(index, end))
        if (refusedNames.has(name)) return "no names that reach into prototypes"
        if (names.has(name)) return "each name once"
        names.add(name)
      }
      index = end - 1
    }
  }
  return null
}

const endOfString = (text: string, start: number): number => {
  let index = start + 1
  while (text[index] !== '"') index += text[index] === "\\" ? 2 : 1
  return index + 1
}

const isName = (text: string, end: number): boolean => {
  let index = end
  while (" \t\r\n".includes(text[index] ?? ".")) index++
  return text[index] === ":"
}
