/** Counterparties, their contacts and sites: refusals under their codes, sentences of the timeline after the actor's name. */
export const counterparties = {
  'counterparty.missing': 'Такого контрагента нет, или у вас нет к нему доступа.',
  'contact.missing': 'Такого контакта нет, или у вас нет к нему доступа.',
  'site.missing': 'Такого объекта нет, или у вас нет к нему доступа.',
  'counterparty.managers_only':
    'Контрагентов добавляют и меняют менеджеры, бухгалтеры и администраторы. Попросите кого-нибудь из них.',
  'counterparty.double':
    'Номер {tax_number} уже есть у контрагента «{name}». Откройте его, вместо того чтобы заводить второй раз.',
  'counterparty.responsible_unknown': 'Ответственным может быть только работающий сотрудник компании.',
  'contact.double':
    '{value} уже записан у контакта {name}{where, select, alone {} other { («{counterparty}»)}}. Откройте его или проверьте, нет ли опечатки.',
  'contact.phone_wrong': 'Номер {phone} не похож на телефон. Проверьте его; номер другой страны начните с плюса.',
  'site.double': 'Адрес «{address}» у этого контрагента уже есть.',
  'requisite.check-digit': 'Контрольные цифры не сходятся: проверьте номер',
  'requisite.length': 'В номере не хватает знаков или есть лишние: проверьте его',
  'requisite.signs': 'В номере есть лишний знак: проверьте его',
  'requisite.shape': 'Такого номера быть не может: проверьте его',
  'requisite.not-of-bik': 'Счёт не сходится с БИК: проверьте оба',
  'requisite.empty': 'Номер не указан',
  'requisites.iban_of_other_bank': 'Счёт не этого банка: БИК и счёт не сходятся',
  'requisites.swift_wrong': 'В БИК восемь или одиннадцать знаков: проверьте их',
  'requisites.email_wrong': 'Похоже на опечатку: нужна почта вида name@company.by',
  'event.counterparty.added': 'новый контрагент «{name}»',
  'event.counterparty.changed': 'изменения у контрагента «{name}»',
  'event.counterparty.contact_added': 'новый контакт: {name}',
  'event.counterparty.contact_changed': 'изменения у контакта {name}',
  'event.counterparty.site_added': 'новый адрес: {address}',
  'event.counterparty.site_changed': 'изменения по адресу {address}',
  'event.contact.added': 'новый контакт: {name}',
  'event.contact.changed': 'изменения у контакта {name}',
} as const
