import type { Door } from '../http/http-client'
import { RefusedError } from '../http/errors'
import { route } from './route'
import { idField } from '../json'

/**
 * Finds a user's id; undefined where GitHub knows no such user. The user behind an App is
 * `<slug>[bot]`. Raises what `Door.call` raises.
 * https://docs.github.com/en/rest/users/users#get-a-user
 */
export async function findUserId(
  door: Door,
  token: string,
  username: string
): Promise<number | undefined> {
  try {
    const path = route`/users/${username}`
    const { reply, attempts } = await door.call({ method: 'GET', path, bearer: token })
    const id = idField(reply.body, 'id')
    if (id === undefined) throw new RefusedError(reply, attempts)
    return id
  } catch (error) {
    if (error instanceof RefusedError && error.reply.status === 404) return undefined
    throw error
  }
}
