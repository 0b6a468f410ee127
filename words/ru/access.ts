/** Roles of people, and looking with their eyes: refusals under their codes, the history, what a person's card says. */
export const access = {
  'viewing.not_yours': 'Смотреть глазами других могут владелец и администратор.',
  'viewing.self': 'Это вы сами: вы и так видите компанию своими глазами.',
  'viewing.owner': 'Глазами владельца смотреть нельзя: он видит больше всех.',
  'viewing.above': 'Так вы увидели бы больше, чем вам положено. Попросите владельца.',
  'viewing.no_access': '{name}: доступа нет, смотреть нечего.',
  'viewing.one_of': 'Выберите человека или роль.',
  'viewing.of_whom': 'Исполнитель видит только свои задачи. Выберите человека.',
  'viewing.do': 'Посмотреть как {name}',
  'viewing.about': 'Всё, что видит этот человек. Менять ничего нельзя',
  'event.member.viewing_begun':
    'начат просмотр глазами: {role, select, admin {роль «Администратор»} manager {роль «Менеджер»} accountant {роль «Бухгалтер»} member {роль «Сотрудник»} own {роль «{role_name}»} other {{name}}}',
  'event.member.viewing_ended':
    'закончен просмотр глазами: {role, select, admin {роль «Администратор»} manager {роль «Менеджер»} accountant {роль «Бухгалтер»} member {роль «Сотрудник»} own {роль «{role_name}»} other {{name}}}, смотрел {by}',
  'roles.above': 'Нельзя дать права, которых нет у вас самих. Попросите владельца.',
  'roles.performer': 'Исполнителю роль не задают: он видит свои задачи.',
  'roles.owner': 'Владелец у компании один: компанию передают, а роль владельца не дают и не снимают.',
  'roles.self': 'Свою роль самому не сменить. Попросите владельца или другого администратора.',
  'roles.archived': 'Эта роль в архиве. Сначала верните её.',
  'roles.one_of': 'Выберите роль.',
  'event.member.role_set':
    'роль «{role, select, admin {Администратор} manager {Менеджер} accountant {Бухгалтер} member {Сотрудник} other {{role_name}}}»: {name}',
  'roles.give': 'Сменить роль',
  'roles.give_about': 'Сейчас: {role}',
  'roles.give_title': 'Роль: {name}',
  'roles.give_hint': 'Новые права подействуют сразу, в том числе в открытых вкладках.',
  'roles.given': 'Роль изменена: {name}',
  'roles.one': 'Роль',
} as const
