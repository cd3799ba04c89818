import { useRef, useState } from "react"
import type { ReaderFile } from "../api/model.ts"
import { readFile } from "../file/readerFile.ts"
import { useLanguage } from "../language/language.ts"
import { useAnnounce } from "../parts/announcement.tsx"
import { useSession } from "../session/session.ts"

/** The reader who stands at the desk. `current` is up to date within a queue of jobs, where `file` is that of the last drawing. */
export interface ServedReader {
  readonly file: ReaderFile | null
  readonly current: () => string | null
  /** Whether there is such a reader; if not, whoever stood there goes. */
  readonly begin: (card: string) => Promise<boolean>
  readonly refresh: () => Promise<void>
  readonly end: () => void
}

export const useServedReader = (): ServedReader => {
  const { texts } = useLanguage()
  const { api } = useSession()
  const announce = useAnnounce()
  const [file, setFile] = useState<ReaderFile | null>(null)
  const card = useRef<string | null>(null)
  const load = async (wanted: string): Promise<ReaderFile | null> => {
    const reply = await readFile(api, { card: wanted })
    return reply.kind === "done" ? reply.value : null
  }
  const begin = async (wanted: string): Promise<boolean> => {
    const found = await load(wanted)
    if (found === null) return false
    card.current = wanted
    setFile(found)
    announce(texts.desk.readerShown(found.reader.name))
    return true
  }
  const refresh = async (): Promise<void> => {
    const found = card.current === null ? null : await load(card.current)
    if (found !== null && found.reader.card === card.current) setFile(found)
  }
  const end = (): void => {
    card.current = null
    setFile(null)
  }
  return { file, current: () => card.current, begin, refresh, end }
}
