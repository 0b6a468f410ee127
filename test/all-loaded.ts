import { test } from 'node:test'

const { promise, resolve } = Promise.withResolvers<void>()

/**
 * Said when the last of several test files that share a process has been loaded. Node takes a run for ended as soon as no
 * test waits, also while a file that takes longer to load has not told its own: until then this one waits.
 */
export const allLoaded = resolve
void test('every file that shares this process is loaded', () => promise)
