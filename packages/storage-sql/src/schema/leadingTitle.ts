import { type Expression, sql } from "kysely"

const length = 100

/** The beginning of a title, by which titles are ordered in an index. */
export const leadingTitle: Expression<string> = sql<string>`substr(title, 1, ${sql.lit(length)})`

/** The same of a title at hand. */
export const leadingTitleOf = (title: string): string => [...title.slice(0, 2 * length)].slice(0, length).join("")
