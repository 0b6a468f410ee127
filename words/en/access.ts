/** Roles of people, and looking with their eyes: refusals under their codes, the history, what a person's card says. */
export const access = {
  'viewing.not_yours': 'Only the owner and administrators may look with the eyes of others.',
  'viewing.self': 'That is you: you see the company with your own eyes already.',
  'viewing.owner': 'Nobody looks with the owner’s eyes: he sees more than anybody.',
  'viewing.above': 'That would show you more than you may see. Ask the owner.',
  'viewing.no_access': '{name} has no access, so there is nothing to see.',
  'viewing.one_of': 'Choose a person or a role.',
  'viewing.of_whom': 'Performers see their own tasks only. Choose a person.',
  'viewing.do': 'View as {name}',
  'viewing.about': 'Everything this person sees. Nothing can be changed',
  'event.member.viewing_begun':
    'began to view as {role, select, admin {the role “Administrator”} manager {the role “Manager”} accountant {the role “Accountant”} member {the role “Member”} own {the role “{role_name}”} other {{name}}}',
  'event.member.viewing_ended':
    'ended the view as {role, select, admin {the role “Administrator”} manager {the role “Manager”} accountant {the role “Accountant”} member {the role “Member”} own {the role “{role_name}”} other {{name}}}, viewed by {by}',
  'roles.above': 'Nobody gives rights that he does not have himself. Ask the owner.',
  'roles.performer': 'Performers are given no role: they see their own tasks.',
  'roles.owner': 'A company has one owner: it is handed over, his role is neither given nor taken.',
  'roles.self': 'Nobody changes his own role. Ask the owner or another administrator.',
  'roles.archived': 'This role is archived. Take it back first.',
  'roles.one_of': 'Choose a role.',
  'event.member.role_set':
    'role “{role, select, admin {Administrator} manager {Manager} accountant {Accountant} member {Member} other {{role_name}}}”: {name}',
  'roles.give': 'Change the role',
  'roles.give_about': 'Now: {role}',
  'roles.give_title': 'Role: {name}',
  'roles.give_hint': 'The new rights hold at once, in open tabs too.',
  'roles.given': 'Role changed: {name}',
  'roles.one': 'Role',
} as const
