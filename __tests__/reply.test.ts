import { readReply } from '../src/http/reply'

describe('readReply', () => {
  const credential = `eyJhbGciOiJSUzI1NiJ9.${'payload'.repeat(5)}.${'signature'.repeat(5)}`

  function read(text: string): ReturnType<typeof readReply> {
    return readReply(
      'https://api.github.com/app',
      { status: 401, statusText: credential, headers: { location: `/${credential}` }, text },
      [credential]
    )
  }

  test.each([
    ['whole', credential],
    ['its signature alone', credential.split('.')[2] ?? ''],
    ['its payload alone', credential.split('.')[1] ?? '']
  ])('removes the credential from every part of an answer: %s', (_, piece) => {
    const escapes = Array.from(piece, (one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('')
    for (const form of [piece, escapes]) {
      const reply = read(`{"message":"a ${form}","list":["${form}",{"${form}":"${form}"}]}`)
      expect(JSON.stringify(reply)).not.toContain(piece)
      expect(reply.message).toBe('a ***')
      expect(reply.body).toMatchObject({ list: ['***', { '***': '***' }] })
    }
  })

  test('a text that no program could read to its depth is no answer of GitHub', () => {
    expect(read('['.repeat(200_000) + ']'.repeat(200_000)).isNotJson).toBe(true)
  })
})
