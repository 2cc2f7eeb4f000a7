import { renewalFolders, renewalJob, runs, LIFE } from './support/renewal'

test('a token is renewed until the job ends', async () => {
  await renewalJob({}, async ({ github, job, main, pass, renewer, tokenInFile, post }) => {
    expect(main.log).toContain('renewed every 4 seconds until this job ends, in token-file')
    expect(main.exitCode).toBe(0)
    const [first] = github.tokens()
    expect(main.outputs['token']).toBe(first?.value)
    expect(tokenInFile()).toBe(first?.value)
    for (let step = 0; step < 30; step++) {
      await pass(LIFE / 10)
      expect(github.liveTokens().map(({ value }) => value)).toContain(tokenInFile())
    }
    expect(github.tokens().length).toBeGreaterThan(5)
    const end = await post()
    expect(end.log).toContain('Renewed ')
    expect(end.annotations).toEqual([])
    expect(github.liveTokens()).toEqual([])
    expect(renewalFolders(job)).toEqual([])
    expect(runs(renewer)).toBe(false)
    process.stdout.write(main.log + end.log)
  })
})
