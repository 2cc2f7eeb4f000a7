import { consent, installApp, visit, withSetup } from './support/setup'
import { describeWithSignals } from './support/system'

describeWithSignals('npx github-app-token setup', () => {
  test('from nothing to a working step; the key is only in the standard input of gh', async () => {
    await withSetup({}, async (machine) => {
      const { github } = machine
      const setup = machine.start(
        ...['--repo', 'octo-org/hello', '--permission', 'contents=write', '--no-browser']
      )
      const back = await consent(github, await setup.address())
      expect((await visit(back)).status).toBe(303)
      await setup.says('Install the App on this page')
      await installApp(github, 'hello')
      const { exitCode, stdout, stderr } = await setup.end
      expect({ exitCode, stderr, stdout }).toMatchObject({ exitCode: 0, stderr: '' })
    })
  })
})
