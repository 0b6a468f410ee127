import sanitize, { type Attributes, type IOptions, type Tag } from 'sanitize-html'

/**
 * The HTML of a letter as it may be shown: what says something stays, what does something goes.
 *
 * What comes out is made anew of a short list of harmless elements, none of which a browser reads by other rules than
 * HTML's own (no svg, no math, no style, no template): so there is nothing in it that could turn into something else when
 * it is read a second time. Ids, names and classes go, for they belong to our page.
 *
 * Pictures from outside are held back in `data-remote-src`, those of the letter itself in `data-cid`: the page that shows
 * the letter puts them in, the first on request.
 */
export function cleanHtml(html: string): string {
  return sanitize(shallow(html.replaceAll('\0', '').slice(0, LONGEST)), OPTIONS)
}

/** Letters of people and of shops are far below a million signs, pictures in them aside; the whole is kept beside. */
const LONGEST = 20_000_000

/** The parser's time grows with the square of the depth: nobody nests a thousand elements but to make it slow. */
const DEEPEST = 1000

/** Elements that end by themselves: they make nothing deeper. */
const SELF_ENDING =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|option)$/i

function shallow(html: string): string {
  let depth = 0
  return html.replaceAll(/<(\/?)([a-z][a-z\d]*)[^<>]*>/gi, (tag: string, closing: string, name: string) => {
    if (SELF_ENDING.test(name)) return tag
    if (closing) depth = Math.max(0, depth - 1)
    else if (depth >= DEEPEST) return ''
    else depth++
    return tag
  })
}

const LAYOUT = [
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
  'caption',
  'colgroup',
  'col',
  'div',
  'p',
  'center',
  'hr',
  'br',
  'wbr',
]
const BLOCKS = [
  'blockquote',
  'pre',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'address',
  'article',
  'section',
  'header',
  'footer',
  'figure',
  'figcaption',
  'main',
  'nav',
  'aside',
]
const INLINE = [
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
]

/** Elements whose text is code or another page, and never words of the letter. */
const SILENT = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'title',
  'template',
  'iframe',
  'object',
  'embed',
  'noembed',
  'noframes',
  'xmp',
  'svg',
  'math',
  'select',
  'head',
  'audio',
  'video',
  'canvas',
  'applet',
  'frameset',
  'listing',
  'plaintext',
]

const COLOR =
  /^(?:#[\da-f]{3,8}|[a-z]{3,25}|rgba?\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*(?:,\s*[\d.]{1,5}\s*)?\))$/i
/** Lengths of a screen and no more: nothing can cover what stands beside the letter. */
const LENGTH = /^(?:0|auto|\d{1,3}(?:\.\d{1,4})?(?:px|pt|em|rem|%)?)$/i
const LENGTHS = /^(?:(?:0|auto|\d{1,3}(?:\.\d{1,4})?(?:px|pt|em|rem|%)?)(?:\s+|$)){1,4}$/i
const BORDER =
  /^(?:(?:0|none|thin|medium|thick|solid|dashed|dotted|double|\d{1,2}(?:\.\d{1,2})?(?:px|pt)|#[\da-f]{3,8}|[a-z]{3,20}|rgb\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*\))(?:\s+|$)){1,3}$/i
const word = (...words: string[]): RegExp[] => [new RegExp(`^(?:${words.join('|')})$`, 'i')]
const sides = (name: string, pattern: RegExp): Record<string, RegExp[]> =>
  Object.fromEntries(['', '-top', '-right', '-bottom', '-left'].map((side) => [name + side, [pattern]]))

const STYLES: Record<string, RegExp[]> = {
  color: [COLOR],
  background: [COLOR],
  'background-color': [COLOR],
  'text-align': word('left', 'right', 'center', 'justify', 'start', 'end'),
  'vertical-align': word('top', 'middle', 'bottom', 'baseline', 'sub', 'super'),
  'text-decoration': word('none', 'underline', 'line-through'),
  'text-transform': word('none', 'uppercase', 'lowercase', 'capitalize'),
  'font-size': [
    /^(?:\d{1,2}(?:\.\d{1,4})?(?:px|pt|em|rem)|\d{1,3}%|(?:x-|xx-)?(?:small|large)|smaller|larger|medium)$/i,
  ],
  'font-weight': [/^(?:normal|bold|bolder|lighter|[1-9]00)$/i],
  'font-style': word('normal', 'italic', 'oblique'),
  'font-family': [/^[\p{L}\d\s,'"-]{1,200}$/u],
  'line-height': [/^(?:normal|[1-3](?:\.\d{1,3})?|\d{1,2}(?:\.\d{1,3})?px|\d{2,3}%)$/i],
  'white-space': word('normal', 'pre', 'pre-wrap', 'pre-line', 'nowrap'),
  'list-style-type': word(
    'none',
    'disc',
    'circle',
    'square',
    'decimal',
    'lower-alpha',
    'upper-alpha',
    'lower-roman',
    'upper-roman',
  ),
  'border-collapse': word('collapse', 'separate'),
  'border-radius': [LENGTH],
  display: word('none', 'block', 'inline', 'inline-block', 'table', 'table-row', 'table-cell'),
  width: [LENGTH],
  'max-width': [LENGTH],
  'min-width': [LENGTH],
  height: [LENGTH],
  ...sides('margin', LENGTHS),
  ...sides('padding', LENGTHS),
  ...sides('border', BORDER),
}

const PLACED = ['align', 'valign', 'dir', 'lang', 'style', 'width', 'height', 'bgcolor']

const OPTIONS: IOptions = {
  allowedTags: [...LAYOUT, ...BLOCKS, ...INLINE],
  nonTextTags: SILENT,
  allowedAttributes: {
    '*': PLACED,
    a: ['href', 'rel', 'target'],
    img: ['src', 'alt', 'data-remote-src', 'data-cid'],
    font: ['color', 'face', 'size'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    table: ['border', 'cellpadding', 'cellspacing'],
    ol: ['start', 'type'],
    ul: ['type'],
    time: ['datetime'],
  },
  allowedStyles: { '*': STYLES },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['data'] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: false,
  // A browser stops at 512; what is nested deeper keeps its words and loses its frames.
  nestingLimit: 150,
  transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: sized(attribs) }), a: asLink, img: asPicture },
}

/** Numbers in attributes are as bounded as those of styles. */
function sized(attribs: Attributes): Attributes {
  const kept = Object.entries(attribs).filter(([name, value]) => ATTRIBUTES[name]?.test(value) ?? true)
  return Object.fromEntries(kept)
}

const ATTRIBUTES: Record<string, RegExp | undefined> = {
  width: /^\d{1,3}(?:px|%)?$/i,
  height: /^\d{1,3}(?:px|%)?$/i,
  colspan: /^\d{1,2}$/,
  rowspan: /^\d{1,2}$/,
  border: /^\d{1,2}$/,
  cellpadding: /^\d{1,2}$/,
  cellspacing: /^\d{1,2}$/,
  size: /^[+-]?\d$/,
  start: /^\d{1,5}$/,
  type: /^(?:1|a|i|disc|circle|square)$/i,
  align: /^[a-z]{3,10}$/i,
  valign: /^[a-z]{3,10}$/i,
  dir: /^(?:ltr|rtl|auto)$/i,
  lang: /^[a-z-]{2,15}$/i,
  color: /^(?:#?[\da-f]{3,6}|[a-z]{3,25})$/i,
  bgcolor: /^(?:#?[\da-f]{3,6}|[a-z]{3,25})$/i,
  face: /^[\p{L}\d\s,'-]{1,200}$/u,
}

// eslint-disable-next-line no-control-regex
const DROPPED = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/g

/** An address as a browser reads it: without the blanks and controls that it drops. */
const bare = (address: string | undefined): string => (address ?? '').replaceAll(DROPPED, '')

/** A link opens apart and tells the other page nothing; one that leads nowhere outside is words only. */
function asLink(_: string, attribs: Attributes): Tag {
  const href = bare(attribs['href'])
  const leads = /^(?:https?:\/\/|mailto:|tel:)[^\s]/i.test(href)
  const { href: _href, ...rest } = sized(attribs)
  return {
    tagName: 'a',
    attribs: leads ? { ...rest, href, rel: 'noopener noreferrer nofollow', target: '_blank' } : rest,
  }
}

const EMBEDDED = /^data:image\/(?:png|jpe?g|gif|webp|bmp);base64,[a-z\d+/=]+$/i

function asPicture(_: string, attribs: Attributes): Tag {
  // What was cleaned before keeps where its pictures are.
  const src = bare(
    attribs['src'] ?? attribs['data-remote-src'] ?? (attribs['data-cid'] && `cid:${attribs['data-cid']}`),
  )
  const { src: _src, 'data-remote-src': _remote, 'data-cid': _cid, ...rest } = sized(attribs)
  return { tagName: 'img', attribs: { ...rest, ...placeOf(src) } }
}

function placeOf(src: string): Attributes {
  if (EMBEDDED.test(src)) return { src }
  if (/^cid:/i.test(src)) return { 'data-cid': src.slice(4) }
  if (/^(?:https?:)?\/\/[^/]/i.test(src)) return { 'data-remote-src': src.startsWith('//') ? `https:${src}` : src }
  return {}
}
