import type { ImportField } from '#contract/parties/imports.ts'

/**
 * Names of columns as Russian, Belarusian and English tables have them (IMP-4), the narrower before the wider: «Банк» of
 * «Расчётный счёт в банке» is an account. Each at the beginning of a word; `\b` knows no Cyrillic.
 */
export const HEADINGS: readonly (readonly [ImportField, RegExp])[] = [
  ['corr_account', /(?<![\p{L}\p{N}])(?:корр?[\s.-]*(?:есп\S*\s*)?(?:сч|рах)|к\/с|corr)/iu],
  [
    'account',
    /(?<![\p{L}\p{N}])(?:р\/с|р\.\s*с\.|расч[её]т\S*\s+сч|разліков\S*\s+рах|номер\s+сч[её]та|iban|account|сч[её]т(?:\s|$))/iu,
  ],
  ['bic', /(?<![\p{L}\p{N}])(?:бик(?![а-я])|бік(?![а-я])|bic(?![a-z])|swift)/iu],
  ['kpp', /(?<![\p{L}\p{N}])(?:кпп|kpp)/iu],
  ['ogrn', /(?<![\p{L}\p{N}])(?:огрн|ogrn)/iu],
  [
    'tax_number',
    /(?<![\p{L}\p{N}])(?:унп|инн(?![а-я])|у\.?н\.?п|unp|tax\s*(?:id|number|no)|vat\s*(?:id|number|no)|tin(?![a-z])|налогов\S*\s+номер)/iu,
  ],
  ['bank_name', /(?<![\p{L}\p{N}])(?:банк|bank)/iu],
  ['legal_address', /(?<![\p{L}\p{N}])(?:юр\S*\s*(?:адр|адрас)|legal\s+addr|registered\s+addr|адрес\s+регистр)/iu],
  [
    'access_note',
    /(?<![\p{L}\p{N}])(?:как\s+(?:попасть|проехать|пройти)|доступ|домофон|код\s+(?:двери|домоф)|пропуск|доступ|access|entrance)/iu,
  ],
  [
    'unit',
    /(?<![\p{L}\p{N}])(?:номер\s+помещ|помещени[ея]|нумар\s+памяшк|кварт|кв\.|офис|unit|apartment|flat|suite|room)/iu,
  ],
  [
    'address',
    /(?<![\p{L}\p{N}])(?:адрес|адрас|объект|аб.?ект|улица|вуліца|город(?![а-я])|горад|дом(?![а-яё])|населенн|address|street|city|town|location|site(?![a-z]))/iu,
  ],
  ['email', /(?<![\p{L}\p{N}])(?:e-?mail|электронн\S*\s+(?:почт|адр)|эл\S*\s*почт|почта|пошта|мейл|имейл)/iu],
  ['phone', /(?<![\p{L}\p{N}])(?:тел|моб|тэл|phone|mobile|cell|viber|whatsapp|telegram|номер\s+тел|факс|fax)/iu],
  ['signatory_position', /(?<![\p{L}\p{N}])(?:должность\s+(?:руков|подпис)|пасада\s+кіраўн)/iu],
  [
    'signatory_name',
    /(?<![\p{L}\p{N}])(?:руководител|директор|подписант|кіраўнік|дырэктар|director|ceo(?![a-z])|signatory)/iu,
  ],
  ['contact_position', /(?<![\p{L}\p{N}])(?:должност|пасада|роль|position|job|role|title(?![a-z]))/iu],
  [
    'contact_name',
    /(?<![\p{L}\p{N}])(?:контакт|кантакт|ф\.?\s*и\.?\s*о|п\.?\s*і\.?\s*б|фамили|прозвішч|отчеств|имя(?![а-я])|імя|представител|ответственн|full\s*name|first\s*name|last\s*name|surname|contact|person)/iu,
  ],
  [
    'legal_name',
    /(?<![\p{L}\p{N}])(?:полное\s+наимен|полное\s+назв|юр\S*\s*(?:лицо|наимен|назв)|поўн\S*\s+(?:назв|найм)|legal\s+name|full\s+legal)/iu,
  ],
  [
    'name',
    /(?<![\p{L}\p{N}])(?:контрагент|кантрагент|клиент|кліент|заказчик|заказчык|замовца|поставщик|пастаўшчык|организац|арганізац|компани|кампані|предприят|прадпрыем|фирма|наименован|найменав|названи|назва|customer|client|company|organi[sz]ation|supplier|vendor|name)/iu,
  ],
  ['note', /(?<![\p{L}\p{N}])(?:примеч|коммент|камент|заметк|нататк|описани|заўваг|note|comment|remark|description)/iu],
]

/** What a column is, by what it is called; null when its name says nothing. */
export function fieldOf(heading: string): ImportField | null {
  const text = heading.normalize('NFKC').replaceAll(/[*№:]/g, ' ').trim()
  // «Тип помещения» is no place, «Вид клиента» no name.
  if (text.length > 60 || /(?:^|\s)(?:тип|вид|type)(?:\s|$)/i.test(text)) return null
  return HEADINGS.find(([, name]) => name.test(text))?.[0] ?? null
}
