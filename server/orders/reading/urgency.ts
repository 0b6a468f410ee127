import { before, words } from './fold.ts'

/** Words of haste, and troubles that do not wait: water, fire, current, gas, a person locked in. */
const HASTE = words(
  String.raw`(?:сверх|очень )?срочн\p{L}*|срочняк|экстренн\p{L}*|немедленно|безотлагательно|как можно (?:быстрее|скорее)|побыстрее|чем быстрее|асап|тэрм[іi]нова|асап|asap|urgent(?:ly)?|emergency|immediately|right now|прямо сейчас`,
)
const TROUBLE = words(
  String.raw`авари(?:я|ю|ей)|аварийн\p{L}*\s+(?:ситуаци|случа|вызов|отключ)\p{L}*|авары[яюі]|(?:за|по)топ\p{L}*|топит|залива\p{L}*|зали(?:ло|л|ли|вает)|прорвал\p{L}*|прорыв\p{L}*|хлещ\p{L}*|льет(?:ся)? (?:вода|кипяток|с потолка)|искр(?:ит|ят|ило|ится)|замкнул\p{L}*|замыкан\p{L}*|задымлени\p{L}*|дымит\p{L}*|(?:идет|пошел|валит) дым|дым (?:идет|пошел|валит|из (?:щит|розет|пров)\p{L}*)|пожар\p{L}*|возгоран\p{L}*|пахнет (?:газом|гарью|горелым)|запах (?:газа|гари)|утечк[аеуи] газа|бь[её]т током|застрял\p{L}* в лифте|лифт\p{L}* застрял\p{L}*|flood\p{L}*|leak\p{L}*|sparks?|sparking|burst|smoke|fire`,
)
const DENIED = /(?:не|нет|без|не очень|не так|не особо|not|no)[\s-]*$/u

/** Whether a request cannot wait, by its own words: «не срочно» can. */
export function isUrgent(folded: string): boolean {
  const haste = [...folded.matchAll(HASTE)]
  const said = haste.filter(({ index }) => !DENIED.test(before(folded, index)))
  if (said.length > 0) return true
  if (haste.length > 0) return false
  return [...folded.matchAll(TROUBLE)].some(({ index }) => !DENIED.test(before(folded, index)))
}
