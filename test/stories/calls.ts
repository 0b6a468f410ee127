import assert from 'node:assert/strict'
import type { EndpointShape, Input, Reply } from '#contract/endpoint.ts'
import type { StoredFile } from '#contract/files.ts'
import { accountAt, callAt, openAt, type Person, type Problem, uploadAt } from '#test/http.ts'
import { photo } from './props.ts'

/** Calls on one running product; two addresses are two web processes on one database, used in turn. */
export function callsOn(urls: readonly string[]) {
  let turn = 0
  const next = () => urls[turn++ % urls.length] ?? ''
  return {
    url: next,
    /** The reply; fails the story when it is a refusal. */
    async do<E extends EndpointShape>(person: Person, at: E, input: Input<E>): Promise<Reply<E>> {
      const { status, body } = await callAt(next(), person, { at, input })
      assert.equal(status, 200, `${at.method} ${at.path}: ${JSON.stringify(body)}`)
      return body
    },
    /** The refusal's code and facts; fails the story when it succeeds. */
    async refused<E extends EndpointShape>(person: Person, at: E, input: Input<E>): Promise<Problem> {
      const { status, body } = await callAt(next(), person, { at, input })
      assert.notEqual(status, 200, `${at.method} ${at.path} should have been refused`)
      return body
    },
    async signUp(person: Person, name: string): Promise<void> {
      const email = `${crypto.randomUUID()}@example.test`
      const answer = await accountAt(next(), person, '/sign-up/email', {
        name,
        email,
        password: 'a long enough password',
      })
      assert.equal(answer.status, 200)
    },
    async upload(person: Person, path: string, name: string): Promise<StoredFile> {
      const answer = await uploadAt(next(), person, path, photo(name))
      assert.equal(answer.status, 200, await answer.clone().text())
      return (await answer.json()) as StoredFile
    },
    open: (person: Person, path: string) => openAt(next(), person, path),
  }
}

export type Calls = ReturnType<typeof callsOn>
