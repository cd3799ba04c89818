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
  const held = inForce(versions)
  return (
    <section className="card" aria-labelledby="versions">
      <h2 id="versions">{texts.rules.versions}</h2>
      <ul className="lines">
        {versions.map(({ version, validFromAt, publishedBy }) => (
          <li key={version}>
            <div>
              <strong>{texts.rules.version(version)}</strong>
              {version === held && <span className="held"> {texts.rules.held}</span>}
              <p className="detail">{texts.rules.from(say.instant(validFromAt), publishedBy.replace(/^staff:/, ""))}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The version that holds now: of those that have begun the latest, and of two with one beginning the higher. */
const inForce = (versions: ReadonlyArray<Version>): number | undefined =>
  versions
    .filter(({ validFromAt }) => new Date(validFromAt).getTime() <= Date.now())
    .toSorted((a, b) => b.validFromAt.localeCompare(a.validFromAt) || b.version - a.version)[0]?.version
