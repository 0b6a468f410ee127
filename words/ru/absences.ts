/** Absences: refusals under their codes, which the phone says too, and sentences of the history. */
export const absences = {
  'absence.missing': 'Такой записи об отсутствии нет.',
  'absence.not_yours':
    'Отсутствие другого человека отмечает тот, кто за него отвечает: руководитель, менеджер или администратор.',
  'absence.confirmed_already': 'Это уже подтверждено. Чтобы изменить дни, скажите руководителю.',
  'absence.decided': 'На эту просьбу уже ответили.',
  'absence.over': 'Этой записи больше нет: её отозвали или по ней отказали.',
  'absence.overlaps': 'На это время у человека уже есть отсутствие. Измените его или выберите другие дни.',
  'absence.part_of_one_day': 'Часы указывают для одного дня. Выберите один день или уберите часы.',
  'absence.time_backwards': 'Конец раньше начала.',
  'days.backwards': 'Последний день раньше первого.',
  'event.member.absence_entered':
    '{kind, select, vacation {отпуск} illness {болезнь} day_off {выходной} other {отсутствие}}, {from_day} – {to_day}: {name}',
  'event.member.absence_asked':
    'просьба: {kind, select, vacation {отпуск} illness {болезнь} day_off {выходной} other {отсутствие}}, {from_day} – {to_day}: {name}',
  'event.member.absence_confirmed':
    'подтверждено: {kind, select, vacation {отпуск} illness {болезнь} day_off {выходной} other {отсутствие}}, {from_day} – {to_day}: {name}',
  'event.member.absence_refused':
    'отказано: {kind, select, vacation {отпуск} illness {болезнь} day_off {выходной} other {отсутствие}}, {from_day} – {to_day}: {name}',
  'event.member.absence_changed':
    'изменено: {kind, select, vacation {отпуск} illness {болезнь} day_off {выходной} other {отсутствие}}, {from_day} – {to_day}: {name}',
  'event.member.absence_withdrawn':
    'отозвано: {kind, select, vacation {отпуск} illness {болезнь} day_off {выходной} other {отсутствие}}, {from_day} – {to_day}: {name}',
  'substitution.missing': 'Такого замещения нет.',
  'substitution.over': 'Это замещение уже закончилось.',
  'substitution.self': 'Человек не может замещать сам себя. Выберите другого.',
  'substitution.deputy_inactive': '{name} сейчас не работает в компании. Выберите другого.',
  'substitution.deputy_away': 'В эти дни его самого нет. Выберите другого или другие дни.',
  'substitution.other_kind': 'Сотрудника замещает сотрудник, исполнителя — исполнитель.',
  'substitution.overlaps': 'На эти дни замещающий уже есть: {name}. Сначала закончите то замещение.',
  'substitution.of_staff': 'Задачи передают от исполнителя. Вопросы и проверки сотрудника заместитель видит и так.',
  'substitution.circle': 'Получился бы круг: в эти дни этот человек сам замещает того, кого выбрали.',
  'event.member.substituted': '{deputy} замещает с {from_day} по {to_day}: {name}',
  'event.member.substitution_ended': '{deputy} больше не замещает: {name}',
} as const
