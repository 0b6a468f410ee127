/** Of two cards of one counterparty, or of one contact, one is made, and two again. */
export const merging = {
  'merge.missing': 'Такого объединения нет, или у вас нет к нему доступа.',
  'merge.tax_numbers':
    'Налоговые номера разные: {kept} и {gone}. Укажите, какой верный, или не объединяйте: возможно, это разные организации.',
  'merge.undone': 'Это объединение уже отменено.',
  'merge.over':
    'Вернуть можно {days, plural, one {в течение # дня} few {в течение # дней} many {в течение # дней} other {в течение # дня}}: срок прошёл.',
  'merge.merged_on': 'Карточка {name} сама объединена с {into}. Сначала верните её.',
  'event.counterparty.merged': 'объединены контрагенты: {gone} → {name}',
  'event.counterparty.merged_into': 'карточка объединена с {into}',
  'event.counterparty.unmerged': 'объединение отменено: {name} и {other} снова отдельно',
  'event.counterparty.told_apart': 'это разные контрагенты: {name} и {other}',
  'event.counterparty.maybe_double': 'снова возможный дубль: {name} и {other}',
  'event.contact.merged': 'объединены контакты: {gone} → {name}',
  'event.contact.merged_into': 'контакт объединён с {into}',
  'event.contact.unmerged': 'объединение отменено: {name} и {other} снова отдельно',
  'event.contact.told_apart': 'это разные люди: {name} и {other}',
  'event.contact.maybe_double': 'снова возможный дубль: {name} и {other}',
} as const
