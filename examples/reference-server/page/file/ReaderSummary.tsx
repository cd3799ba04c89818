import type { ReactNode } from "react"
import type { Reader } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useSession } from "../session/session.ts"

/** Who this is, and what could stand in the way of lending. */
export const ReaderSummary = ({ reader }: { reader: Reader }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  const { card, name, category, homeBranch, expiresAt, balance } = reader
  const isExpired = expiresAt !== null && new Date(expiresAt).getTime() <= Date.now()
  return (
    <section className="card summary" aria-labelledby="reader-name">
      <h2 id="reader-name">{name}</h2>
      <dl>
        <Fact name={texts.reader.card}>{card}</Fact>
        <Fact name={texts.reader.category}>{say.category(category)}</Fact>
        <Fact name={texts.reader.home}>{say.branch(homeBranch)}</Fact>
        <Fact name={texts.reader.until} alarming={isExpired}>
          {expiresAt === null ? texts.reader.noEnd : say.day(expiresAt)}
          {isExpired && ` (${texts.reader.expired})`}
        </Fact>
        <Fact name={texts.reader.owes} alarming={balance > 0}>
          {say.money(balance)}
        </Fact>
      </dl>
    </section>
  )
}

const Fact = (props: { name: string; alarming?: boolean; children: ReactNode }): ReactNode => (
  <div className={props.alarming === true ? "alarming" : ""}>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
)
