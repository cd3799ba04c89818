import { type ReactNode, useCallback, useEffect, useState } from "react"
import type { Version } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useSession } from "../session/session.ts"
import { DraftEditor } from "./DraftEditor.tsx"
import { PublishForm } from "./PublishForm.tsx"
import { TryOut } from "./TryOut.tsx"

/** Where managers look at the rules, write a draft, see what it would decide, and publish it. */
export const RulesPage = (): ReactNode => {
  const { texts } = useLanguage()
  const { api } = useSession()
  const [versions, setVersions] = useState<ReadonlyArray<Version>>([])
  const [draft, setDraft] = useState<string | null>(null)
  const [isSound, setSound] = useState(false)
  const load = useCallback(async (): Promise<void> => {
    const reply = await api.policies()
    if (reply.kind === "done") setVersions(reply.value)
  }, [api])
  useEffect(() => {
    void load()
    void api.policy().then((reply) => {
      if (reply.kind === "done") setDraft((known) => known ?? JSON.stringify(reply.value.document, null, 2))
    })
  }, [api, load])
  if (draft === null) return <p className="none">{texts.page.loading}</p>
  return (
    <div className="columns">
      <div>
        <DraftEditor draft={draft} onDraft={setDraft} onSound={setSound} />
        <PublishForm draft={draft} isSound={isSound} onPublished={load} />
      </div>
      <div>
        <TryOut draft={isSound ? draft : null} />
        <VersionList versions={versions} />
      </div>
    </div>
  )
}

const VersionList = ({ versions }: { versions: ReadonlyArray<Version> }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  return (
    <section className="card" aria-labelledby="versions">
      <h2 id="versions">{texts.rules.versions}</h2>
      <ul className="lines">
        {versions.map(({ version, validFromAt, publishedBy }) => (
          <li key={version}>
            <div>
              <strong>{texts.rules.version(version)}</strong>
              <p className="detail">{texts.rules.from(say.instant(validFromAt), publishedBy.replace(/^staff:/, ""))}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
