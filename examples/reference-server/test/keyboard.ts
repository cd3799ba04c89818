import type { Page } from "playwright-core"

/** Types into what has the focus, ends with Enter: what a scanner does. */
export const scan = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.type(text)
  await page.keyboard.press("Enter")
}

/** Presses Tab until what has the focus bears this name. */
export const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press("Tab")
    if ((await focused(page)) === name) return
  }
  throw new Error(`Tab does not lead to "${name}"`)
}

/** At the sign-in. */
export const signIn = async (page: Page, token: string): Promise<void> => {
  await tabTo(page, "Access token")
  await scan(page, token)
}

/** At the sign-in, as staff; goes on once the desk is there. */
export const signInAtDesk = async (page: Page, token: string): Promise<void> => {
  await signIn(page, token)
  await sees(page, "Circulation desk")
}

/** The next Tab leads to the first field or button of the main part. */
export const toMain = (page: Page): Promise<void> => page.locator("#main").focus()

export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null
    const label = element?.getAttribute("aria-label") ?? element?.labels?.[0]?.textContent ?? element?.textContent
    return label?.trim() ?? ""
  })

export const press = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.press("Enter")
}

export const said = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByTestId("announcement").getByText(text).waitFor({ state: "attached" })

export const sees = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor()
