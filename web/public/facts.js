// What the page is about, in the frame that stands before its code has come: an order's number, title and request. The
// question is the one that the page asks anyway; web/platform/call.ts takes the answer from here. Where the page was
// faster, which `asked` tells, there is nothing left to do.
;(function () {
  if ('asked' in window) return
  const url = document.currentScript?.dataset['of'] ?? ''
  const asking = fetch(url, { headers: { accept: 'application/json' }, credentials: 'same-origin' })
  Object.assign(window, { asked: { [url]: asking } })
  /** What stands in a thing under a path of names, as text. */
  const fact = (/** @type {unknown} */ thing, /** @type {string} */ path) => {
    let found = thing
    for (const name of path.split('.'))
      found =
        typeof found === 'object' && found !== null ? Object.entries(found).find(([key]) => key === name)?.[1] : null
    return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
  }
  const show = async (/** @type {Response} */ answer) => {
    if (!answer.ok) return
    /** @type {unknown} */
    const thing = await answer.clone().json()
    // Gone when the page was faster.
    const frame = document.getElementById('first')
    for (const place of frame?.querySelectorAll('span') ?? [])
      if (place.dataset['fact']) place.textContent = fact(thing, place.dataset['fact'])
    frame?.toggleAttribute('data-known', true)
  }
  // Who takes it hears of a failure; the frame stays as it is.
  asking.then(show).catch(() => undefined)
})()
