/**
 * `Content-Disposition` for a name that a person, or an attacker, has chosen (RFC 6266, RFC 5987).
 * Old clients read the plain name, in which what is not ASCII became a line; the others the full one.
 */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded(name)}`
}

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const LONGEST = 200

/**
 * A file's name as it is kept: the last part of a path, without what does not show or turns the reading direction
 * round (a program called `gpj.exe` shown as a picture), and short enough for any disk, its ending whole.
 */
export function tidyName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu, '').trim()
  if (/^\.*$/.test(name)) return 'file'
  const letters = Array.from(name)
  if (letters.length <= LONGEST) return name
  const ending = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? ''
  return letters.slice(0, LONGEST - Array.from(ending).length).join('') + ending
}
