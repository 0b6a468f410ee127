create table auth.user_locales (
  user_id uuid primary key references auth."user" ("id") on delete cascade,
  locale text not null check (locale in ('ru', 'en'))
);
comment on table auth.user_locales is 'One row: this person reads his screens, and letters to him, in this language.';
grant select, insert, update, delete on auth.user_locales to naryad_app, naryad_staff, naryad_narrow;
