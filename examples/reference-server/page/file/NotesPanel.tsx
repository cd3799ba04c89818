import { type FormEvent, type ReactNode, useId, useState } from "react"
import type { Block, Note } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { useSession } from "../session/session.ts"

/** What staff left for whoever serves this reader: blocks that hold, and notes. */
export const NotesPanel = (props: {
  card: string
  blocks: ReadonlyArray<Block>
  notes: ReadonlyArray<Note>
  refresh: () => Promise<void>
}): ReactNode => {
  const { card, blocks, notes, refresh } = props
  const { texts } = useLanguage()
  const { api, say, may } = useSession()
  const { act, outcome, home } = useAct()
  const add = (text: string): Promise<void> =>
    act({
      send: (key) => api.addNote(card, text, key),
      done: async () => {
        await refresh()
        return (said) => said.notes.added
      },
      notDone: (said) => said.notes.notAdded
    })
  const remove = ({ noteId }: Note): Promise<void> =>
    act({
      send: (key) => api.removeNote(card, noteId, key),
      done: async () => {
        await refresh()
        return (said) => said.notes.removed
      },
      notDone: (said) => said.notes.notRemoved
    })
  const hold = blocks.filter(({ endsAt }) => endsAt === null || new Date(endsAt).getTime() > Date.now())
  return (
    <section className="card" aria-labelledby="notes">
      <h2 id="notes" ref={home} tabIndex={-1}>
        {texts.notes.title} <span className="count">{hold.length + notes.length}</span>
      </h2>
      {outcome}
      <ul className="lines">
        {hold.map(({ blockId, kind, note, endsAt }) => (
          <li key={blockId}>
            <div>
              <p className="reason">{texts.notes.blocked(kind, endsAt === null ? null : say.day(endsAt))}</p>
              {note !== "" && <p className="written">{note}</p>}
            </div>
          </li>
        ))}
        {notes.map((note) => (
          <li key={note.noteId}>
            <div>
              <p className="written">{note.text}</p>
              <p className="detail">{say.day(note.placedAt)}</p>
            </div>
            {may("readers.write") && (
              <button type="button" aria-label={texts.notes.removeOne(note.text)} onClick={() => void remove(note)}>
                {texts.notes.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      {may("readers.write") && <NoteForm onAdd={(text) => void add(text)} />}
    </section>
  )
}

const NoteForm = ({ onAdd }: { onAdd: (text: string) => void }): ReactNode => {
  const { texts } = useLanguage()
  const id = useId()
  const [text, setText] = useState("")
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() === "") return
    setText("")
    onAdd(text.trim())
  }
  return (
    <form onSubmit={submit}>
      <label htmlFor={id}>{texts.notes.text}</label>
      <div className="row">
        <input
          id={id}
          required
          maxLength={2_000}
          autoComplete="off"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit">{texts.notes.add}</button>
      </div>
    </form>
  )
}
