/**
 * Words of mail programs, each list for an alternative of a pattern: Russian, Belarusian, Ukrainian and English first,
 * then the languages that letters come in from abroad.
 */
export const either = (...lists: RegExp[]): string => lists.map(({ source }) => source).join('|')

/** «Wrote», in the forms that stand in the line above a quotation. */
export const WROTE = either(
  /wrote|writes|пишет|пишут|писал(?:а|\(а\))?|написал(?:а|\(а\)|\(-а\))?|сообщает|піша|пісаў|напісаў|напісала/,
  /напісаў\(ла\)|пише|написав|написала|escribió|escreveu|schrieb|a écrit|ha scritto|schreef|geschreven/,
  /napisał(?:a|\(a\))?|pisze|skrev|kirjoitti|yazdı|napsal(?:a)?|írta|a scris|parašė|rakstīja|kirjutas|έγραψε|写道/,
  /寫道|のメール|написа/,
)

export const MONTH = either(
  /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|студз|лют/,
  /сак|крас|траў|чэрв|ліп|жні|вер|кас|ліст|снеж|січ|бер|квіт|трав|черв|лип|серп|жовт|груд/,
)

/** How such a line can begin: a word for «on», a day of the week, a date, a time, a name with an address. */
export const ON = either(/on|le|am|op|el|em|il|in data|w dniu|dnia|den|dne|vào|pe|na|у|в|在|于|at/)

export const DAY = either(
  /mon|tue|wed|thu|fri|sat|sun|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота/,
  /воскресенье|панядзелак|аўторак|серада|чацвер|пятніца|субота|нядзеля|аў|чц|нд|понеділок|вівторок|середа/,
  /четвер|пʼятниця|п'ятниця|неділя|tir|ons|tor|fre|lør|søn|man|ma|ti|ke|to|pe|la|su/,
)

/** «Original message» and «Forwarded message» between dashes, as Outlook, Mail.ru, Gmail and telephones say it. */
export const ORIGINAL = either(
  /original (?:message|e-?mail)|forwarded message|begin forwarded message|исходное сообщение|исходное письмо/,
  /оригинальное сообщение|пересылаемое сообщение|пересланное сообщение|перенаправленное сообщение/,
  /пересылаемое письмо|начало переадресованного сообщения|начало пересылаемого сообщения|зыходны ліст/,
  /зыходнае паведамленне|арыгінальнае паведамленне|перасланае паведамленне|пераадрасаванае паведамленне/,
  /оригінальне повідомлення|вихідне повідомлення|початкове повідомлення|переслане повідомлення/,
  /пересилане повідомлення|ursprüngliche nachricht|weitergeleitete nachricht|message d['’]origine/,
  /message transféré|message original|mensaje original|mensagem original|messaggio originale/,
  /messaggio inoltrato|oorspronkelijk bericht|oprindelig besked|videresendt besked|opprinnelig melding/,
  /ursprungligt meddelande|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|původní zpráva/,
  /eredeti üzenet|原始邮件|转发邮件/,
)

export const FROM = either(
  /from|от(?: кого)?|ад(?: каго)?|від(?: кого)?|отправитель|de|von|da|van|fra|od|från|lähettäjä|expéditeur/,
  /mittente|remitente|发件人|寄件者|差出人|message du/,
)

export const SENT = either(
  /sent|date|отправлено|дата(?: отправки)?|адпраўлена|надіслано|відправлено|envoyé(?: le)?|gesendet|datum/,
  /inviato|data|enviado(?: el)?|fecha|verzonden|dato|sendt|skickat|wysłano|lähetetty|发送时间|日期/,
)

export const OTHER = either(
  /to|cc|subject|reply-to|importance|кому|копия|тема|важность|каму|копія|тэма|à|a|objet|sujet|copie à|an/,
  /betreff|para|asunto|assunto|oggetto|aan|onderwerp|til|emne|till|ämne|do|temat|vastaanottaja|aihe|收件人|主题|抄送/,
)

const DEVICE = either(
  /iphone|ipad|android|samsung|huawei|honor|xiaomi|redmi|galaxy|mail|почт|яндекс|yandex|outlook|gmail/,
  /мо[её][йг]|майго|мого|мобильн|мабільн|мобільн|смартфон|устройств|blackberry|ios|телефон|планшет|windows/,
  /thunderbird|proton|mymail|bluemail/,
)

/** «Sent from», with what it needs behind it: of `DEVICE`, or nothing. */
export const SENT_FROM = either(
  /sent (?:from|with|via|using)\s(?:my\s\S|(?:the )?(?:DEVICE|yahoo|typeapp|spark|aol))/,
  /(?:get|download|скачать|скачайте|получите|отримати|завантажити|атрымаць) outlook/,
  /(?:отправлен[оа]|адпраўлена|надіслано|відправлено|послано)\s(?:с|со|из|з|із|зі|через|от|от:)\s(?:.{0,20}?)(?:DEVICE)/,
  /envoyé (?:de|depuis|à partir)|gesendet (?:von|mit)|von meinem .* gesendet|inviato d[ao]|enviado (?:desde|do|de)/,
  /verzonden (?:vanaf|met|via)|wysłane z|diese nachricht wurde von|lähetetty|sendt fra|skickat från/,
).replaceAll('DEVICE', DEVICE)

/** «Begin forwarded message:», as Apple says it without dashes. */
export const BEGIN = either(
  /begin forwarded message|начало пере[а-яё]+ сообщения|початок пере[а-яіїє]+ повідомлення/,
  /пачатак пера[а-яўі]+ паведамлення/,
)
