import { type ChangeEvent, type ReactNode, useEffect, useId, useRef, useState } from "react"
import type { Checked } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useSession } from "../session/session.ts"

/** Long enough that nobody is checked in the middle of a word. */
const pauseMs = 500
/** Of a long list of names, the beginning is enough. */
const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)} …` : text)

/** How many mistakes and remarks are shown. */
const shownMax = 20

/** The draft as text, checked while it is written. */
export const DraftEditor = (props: {
  draft: string
  onDraft: (draft: string) => void
  onSound: (isSound: boolean) => void
}): ReactNode => {
  const { draft, onDraft, onSound } = props
  const { texts } = useLanguage()
  const { api } = useSession()
  // Another language is another session, but no other draft.
  const server = useRef(api)
  server.current = api
  const id = useId()
  const [checked, setChecked] = useState<Checked | null>(null)
  useEffect(() => {
    setChecked(null)
    onSound(false)
    let isGone = false
    const timer = setTimeout(async () => {
      const reply = await server.current.checkPolicy(draft)
      if (isGone || reply.kind !== "done") return
      setChecked(reply.value)
      onSound(reply.value.problems.length === 0)
    }, pauseMs)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [draft, onSound])
  const openFile = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = target.files ?? []
    if (file !== undefined) onDraft(await file.text())
  }
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{texts.rules.edit}</h2>
      <p id={`${id}-help`} className="help">
        {texts.rules.editHelp}
      </p>
      <textarea
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-help`}
        className="draft"
        rows={24}
        spellCheck={false}
        value={draft}
        onChange={({ target }) => onDraft(target.value)}
      />
      <label htmlFor={`${id}-file`}>{texts.rules.file}</label>
      <input id={`${id}-file`} type="file" accept=".json,.jsonc" onChange={(event) => void openFile(event)} />
      <div role="status">
        {checked === null ? <p className="none">{texts.rules.checking}</p> : <Told {...checked} />}
      </div>
    </section>
  )
}

const Told = ({ problems, findings }: Checked): ReactNode => {
  const { texts } = useLanguage()
  const { rules } = texts
  return (
    <>
      {problems.length === 0 ? (
        <p className="success">{rules.sound}</p>
      ) : (
        <div className="failure">
          <p className="what">{rules.problems(problems.length)}</p>
          <ul>
            {problems.slice(0, shownMax).map(({ line, path, expected, suggestion }) => (
              <li key={`${line} ${path} ${expected}`}>
                {line === undefined ? path || rules.wholeText : rules.at(line, path)}:{" "}
                {suggestion === undefined ? shortened(expected) : rules.meant(suggestion)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {findings.length > 0 && (
        <details className="success partly">
          <summary>{rules.findings(findings.length)}</summary>
          <ul>
            {findings.slice(0, shownMax).map((finding) => (
              <li key={JSON.stringify(finding)}>{rules.finding(finding)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
