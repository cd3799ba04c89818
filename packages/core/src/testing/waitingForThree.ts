import { noon, receiptOf, smallLibrary, tenant } from "./smallLibrary.ts"

/** Three titles of one copy each, all lent to `ben`; `ada` waits for each, and `kim` behind her for the first. */
export const waitingForThree = async (as: "anyOf" | "together" | null, set: object = {}) => {
  const small = await smallLibrary({
    reservationCountMax: 9,
    reservationsJoined: ["anyOf", "together"],
    "loanCountMax.all": 9,
    ...set
  })
  const { library, desk, key, title } = small
  const given = (at = noon) => ({ at, key: key() })
  const ids: Array<string> = []
  const titles: Array<string> = []
  for (const item of ["a", "b", "c"]) {
    const titleId = await title(`Title ${item}`, [item])
    titles.push(titleId)
    receiptOf(await desk.checkOut({ item, card: "ben", ...given() }))
    ids.push(receiptOf(await desk.reserve({ title: titleId, card: "ada", ...given() })).reservationId)
  }
  const next = receiptOf(await desk.reserve({ title: titles[0] as string, card: "kim", ...given() })).reservationId
  const join = (reservations: ReadonlyArray<string>, how: "anyOf" | "together" | "apart") =>
    desk.joinReservations({ card: "ada", reservations, as: how, ...given() } as never)
  if (as !== null) receiptOf(await join(ids, as))
  const back = async (item: string, at = noon) => receiptOf(await desk.returnItem({ item, ...given(at) }))
  const rows = async () => {
    const { reservationsOfReader } = await library.read(tenant, { reservationsOfReader: { card: "ada" as never } })
    return reservationsOfReader.map(({ reservation }) => reservation)
  }
  /** What is broken in its tables: nothing. */
  const broken = async () => [...(await library.check(tenant)), ...(await library.replay(tenant))]
  return { ...small, ids, titles, next, join, back, rows, broken, given }
}
