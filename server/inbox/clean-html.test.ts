import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { chromium, type Browser, type Page } from '@playwright/test'
import { findChromium } from '#test/chromium.ts'
import { cleanHtml } from './clean-html.ts'

const corpus = new URL('../../../shared/corpora/html-sanitize/', import.meta.url)

/** Runs in the page before all else: whatever a script would say is heard. */
const WATCH = `for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => window.ran(name)`

/** Runs in the page: gives what is left that should not be, after each element was touched in every way. */
const POKE = `async (inner) => {
  document.body.append(Object.assign(document.createElement('div'), { innerHTML: inner }))
  const wrong = []
  const leads = /^(?:href|src|action|formaction|xlink:href|srcset|background|data)$/i
  const harmless = /^(?:https?:|mailto:|tel:|data:image\\/(?!svg))/i
  const strange = /^(?:script|iframe|object|embed|form|input|style|link|meta|base|svg|math|template)$/i
  for (const element of document.querySelectorAll('body *')) {
    if (strange.test(element.tagName)) wrong.push(element.tagName)
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) wrong.push(element.tagName + ' ' + name)
      if (leads.test(name) && !harmless.test(value)) wrong.push(element.tagName + ' ' + name + '=' + value)
    }
    for (const event of ['mouseover', 'mouseout', 'focus', 'error', 'load', 'dragstart', 'submit', 'input'])
      element.dispatchEvent(new Event(event))
    if (element.tagName !== 'A') element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  }
  await new Promise((settled) => setTimeout(settled))
  return wrong
}`

let browser: Browser
let page: Page
/** What ran or left: an alert, a request, another address. */
const heard: string[] = []

before(async () => {
  browser = await chromium.launch({ ...(await findChromium()), headless: true })
  page = await browser.newPage()
  await page.exposeFunction('ran', (what: string) => void heard.push(`ran ${what}`))
  await page.addInitScript({ content: WATCH })
  page.on('request', (request) => {
    if (!/^(?:data|about):/.test(request.url())) heard.push(`asked ${request.url()}`)
  })
  page.on('framenavigated', (frame) => {
    if (frame.url() !== 'about:blank') heard.push(`went to ${frame.url()}`)
  })
  await page.goto('about:blank')
})
after(() => browser.close())

/** Shows it as a document and as a part of one, pokes every element, and says what happened or is left. */
async function shown(html: string): Promise<string[]> {
  heard.length = 0
  await page.setContent(`<!doctype html><body>${html}</body>`)
  const left = await page.evaluate<string[]>(`(${POKE})(${JSON.stringify(html)})`)
  return [...heard, ...left]
}

test('INB-8: nothing of the given hostile letters runs, asks the outside or leads away in a real browser', async (t) => {
  if (!existsSync(corpus)) return t.skip('the folder of given material is not here')
  const cases = JSON.parse(readFileSync(new URL('cases.json', corpus), 'utf8')) as { id: string; input: string }[]
  for (const { id, input } of cases)
    assert.deepEqual(await shown(cleanHtml(readFileSync(new URL(input, corpus), 'utf8'))), [], id)
  const strings = JSON.parse(readFileSync(new URL('naughty-strings.json', corpus), 'utf8')) as string[]
  assert.deepEqual(await shown(cleanHtml(strings.join('\n'))), [])
})

test('INB-8: the browser of these tests does see what runs and what leaves', async () => {
  const seen = await shown(
    '<img src=x onerror=alert(1)><a href="javascript:1">a</a><img src="https://spy.example/p.gif">',
  )
  assert.ok(seen.some((each) => each === 'ran alert'))
  assert.ok(seen.some((each) => each.startsWith('asked https://spy.example')))
  assert.ok(seen.some((each) => each.startsWith('A href')))
  // What comes late is this letter's and not the next one's.
  await shown('')
})

const hostile = [
  // Read one way by a sanitizer and another by a browser.
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<template><script>alert(1)</script></template><plaintext><img src=x onerror=alert(1)>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<<script>alert(1);//<</script>',
  '<img """><script>alert(1)</script>">',
  '<img src=x\u0000 onerror=alert(1)><a href="java\u0000script:alert(1)">a</a>',
  '<a href=" \u0001java\tscript:alert(1)">a</a><a href="&#x6A;avascript:alert(1)">b</a><a href="JaVaScRiPt&colon;alert(1)">c</a>',
  '<a href="data:text/html,<script>alert(1)</script>">d</a><a href="vbscript:alert(1)">e</a><a href="//evil.example">f</a>',
  // Ways to the outside.
  '<img src="//spy.example/a.gif"><img srcset="https://spy.example/b.gif 1x"><picture><source srcset="https://spy.example/c.gif"><img></picture>',
  '<div style="background:url(https://spy.example/d.gif)">x</div><div style="background-image:\\75rl(https://spy.example/e.gif)">x</div>',
  '<div style="list-style:url(https://spy.example/f);content:image-set(\'https://spy.example/g\' 1x)">x</div><table background="https://spy.example/h">',
  '<style>@import "https://spy.example/i.css";</style><link rel=stylesheet href="https://spy.example/j.css"><link rel=prefetch href="https://spy.example/k">',
  '<video poster="https://spy.example/l" src="https://spy.example/m"></video><audio src="https://spy.example/n" autoplay></audio><input type=image src="https://spy.example/o">',
  '<meta http-equiv=refresh content="0;url=https://spy.example/p"><base href="https://spy.example/"><img src="q.gif">',
  '<svg><image href="https://spy.example/r"/><use href="https://spy.example/s#x"/><animate attributeName=href values="javascript:alert(1)"/></svg>',
  '<body background="https://spy.example/t" onload=alert(1)><object data="https://spy.example/u"></object><embed src="https://spy.example/v">',
  '<form action="https://spy.example/w"><button formaction="javascript:alert(1)">x</button></form><isindex action="javascript:alert(1)">',
  '<details open ontoggle=alert(1)><marquee onstart=alert(1)>x</marquee><select autofocus onfocus=alert(1)>',
]

test('INB-8: nothing runs of what is known to slip through sanitizers', async () => {
  for (const html of hostile) assert.deepEqual(await shown(cleanHtml(html)), [], html)
  assert.deepEqual(await shown(cleanHtml(hostile.join(''))), [])
})

test('INB-8: cleaning what is clean changes nothing', () => {
  for (const html of hostile) {
    const once = cleanHtml(html)
    assert.equal(cleanHtml(once), once, html)
  }
})

test('INB-8: what a letter says and how it looks stays', () => {
  const letter =
    '<p style="color: #333; font-size: 14px; position: fixed; z-index: 9999">Добрый <b>день</b> &lt;script&gt;</p><table border="1" width="100%"><tr><td colspan="2" bgcolor="#eeeeee">1</td></tr></table><ul><li>а</li></ul>'
  const clean = cleanHtml(letter)
  assert.match(clean, /<p style="color:#333;font-size:14px">Добрый <b>день<\/b> &lt;script&gt;<\/p>/)
  assert.match(clean, /<td colspan="2" bgcolor="#eeeeee">1<\/td>/)
  assert.match(clean, /<ul><li>а<\/li><\/ul>/)
  assert.equal(cleanHtml('<title>x</title><style>p{}</style><script>1</script>Текст'), 'Текст')
})

test('INB-8: a link opens apart and says nothing of us; one that leads nowhere is words', () => {
  assert.equal(
    cleanHtml('<a href="https://svet.example/a?b=1&amp;c=2" target="_self" rel="opener" onclick="x()">сайт</a>'),
    '<a target="_blank" rel="noopener noreferrer nofollow" href="https://svet.example/a?b=1&amp;c=2">сайт</a>',
  )
  assert.match(
    cleanHtml('<a href="mailto:a@b.by">a</a><a href="tel:+375291234567">t</a>'),
    /mailto:a@b\.by.*tel:\+375291234567/,
  )
  assert.equal(cleanHtml('<a href="/orders/1">a</a><a href="#x" id="x" name="x">b</a>'), '<a>a</a><a>b</a>')
})

test('INB-9: pictures from outside are held back, those of the letter are named', () => {
  assert.equal(
    cleanHtml(
      '<img src="https://svet.example/a.png" width="100" alt="Схема"><img src="cid:p1@svet"><img src="//svet.example/b.png">',
    ),
    '<img width="100" alt="Схема" data-remote-src="https://svet.example/a.png" /><img data-cid="p1@svet" /><img data-remote-src="https://svet.example/b.png" />',
  )
  const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='
  assert.equal(cleanHtml(`<img src="${dot}">`), `<img src="${dot}" />`)
  assert.equal(cleanHtml('<img src="data:image/svg+xml;base64,AAAA" data-remote-src="javascript:1">'), '<img />')
})

test('INB-8: bombs of any kind are cleaned in the time of their length', () => {
  const bombs = [
    '<div>'.repeat(50_000),
    `${'<b><i>'.repeat(50_000)}x${'</i></b>'.repeat(50_000)}`,
    '<table><tr><td>'.repeat(10_000),
    '<'.repeat(200_000),
    '<a '.repeat(100_000),
    `<a ${'b="c" '.repeat(100_000)}>`,
    `<p style="${'color:red;'.repeat(20_000)}">x</p>`,
    `<p style="font-family:${'a,'.repeat(100_000)}">x</p>`,
    `<p style="padding:${'1px '.repeat(50_000)}!">x</p>`,
    '&amp'.repeat(100_000),
    '<!--'.repeat(100_000),
    `<img src="data:image/png;base64,${'A'.repeat(2_000_000)}!">`,
    '<script>'.repeat(50_000),
    '</div>'.repeat(100_000),
  ]
  for (const bomb of bombs) {
    const before_it = process.cpuUsage().user
    cleanHtml(bomb)
    const spent = (process.cpuUsage().user - before_it) / 1000
    assert.ok(spent < 4_000, `${bomb.slice(0, 30)} takes ${Math.round(spent)} ms`)
  }
})
