import type { Browser, Page } from 'playwright-core'
import { describeWithChromium, startChromium } from './support/chromium'
import { deepTest, withSetup, type RunningSetup } from './support/setup'

/** Colours and sizes of what a person must be able to read and press. */
interface Looks {
  readonly contrasts: readonly number[]
  readonly overflow: number
}

describeWithChromium('setup in a real browser', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await startChromium()
  })

  afterAll(async () => {
    await browser.close()
  })

  test('page, click, consent, key, installation, proof; with the keyboard alone', async () => {
    await withSetup({}, async (machine) => {
      const { github } = machine
      const setup = machine.start(
        '--repo',
        'octo-org/hello',
        '--permission',
        'contents=write',
        '--no-browser'
      )
      const page = await browser.newPage()
      const errors = errorsOn(page)
      await page.goto(await setup.address())
      await page.keyboard.press('Tab')
      const focused = page.locator(':focus')
      expect(await focused.textContent()).toMatch(/^Create the App on 127\.0\.0\.1:\d+$/)
      await page.keyboard.press('Enter')
      await page.getByLabel('GitHub App name').fill('Hello bot')
      await page.getByRole('button', { name: 'Create GitHub App for octo-org' }).click()
      await page.getByRole('heading', { name: 'The App is created' }).waitFor()
      expect(page.url()).not.toContain('code=')
      await setup.says('/installations/new')
      await page.goto(installationPage(setup))
      await page.getByLabel('hello').check()
      await page.getByRole('button', { name: 'Install' }).click()
      const { exitCode, stdout } = await setup.end
      expect({ exitCode, stdout }).toEqual({
        exitCode: 0,
        stdout: expect.stringContaining('It was used for one call, and revoked.') as string
      })
      expect(github.data.app).toMatchObject({
        slug: 'hello-bot',
        permissions: { contents: 'write', metadata: 'read' }
      })
      expect(github.visits[0]?.form.get('manifest')).toBeTruthy()
      expect(errors).toEqual([])
      await page.close()
    })
  })

  deepTest('the page can be read: wide and narrow, light and dark', async () => {
    await withSetup({}, async (machine) => {
      const setup = machine.start(
        '--repo',
        'octo-org/hello',
        '--permission',
        'contents=write',
        '--no-browser'
      )
      const address = await setup.address()
      for (const width of [1200, 320]) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await browser.newPage({ viewport: { width, height: 700 }, colorScheme })
          await page.goto(address)
          const { contrasts, overflow } = await page.evaluate<Looks>(LOOKS)
          expect(contrasts.length).toBeGreaterThan(10)
          // WCAG 2.2, level AA.
          expect({ width, colorScheme, least: Math.min(...contrasts) >= 4.5 }).toMatchObject({
            least: true
          })
          expect({ width, colorScheme, overflow }).toMatchObject({ overflow: 0 })
          expect(await page.locator('html').getAttribute('lang')).toBe('en')
          expect(await page.getByRole('main').getByRole('heading', { level: 1 }).count()).toBe(1)
          expect(await page.getByRole('list', { name: 'What the App may do' }).count()).toBe(1)
          await page.close()
        }
      }
    })
  })
})

/** What the browser refuses or cannot load, such as something that the policy forbids. */
function errorsOn(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  return errors
}

function installationPage({ process }: RunningSetup): string {
  return /http:\S+\/installations\/new/.exec(process.output)?.[0] ?? ''
}

/** Runs in the page: the contrast of each text with what is behind it, and what sticks out at the side. */
const LOOKS = `(() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number)
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const color = parse(getComputedStyle(one).backgroundColor)
      if (color[3] !== 0) return color
    }
    return [255, 255, 255]
  }
  const texts = [...document.querySelectorAll('main *')].filter((one) =>
    [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''))
  const contrasts = texts.map((one) => {
    const [a, b] = [parse(getComputedStyle(one).color), behind(one)].map(luminance)
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  })
  const root = document.documentElement
  return { contrasts, overflow: root.scrollWidth - root.clientWidth }
})()`
