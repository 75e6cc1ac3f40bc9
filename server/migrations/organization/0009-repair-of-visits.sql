-- A repair for visits that new hours left outside: the hours say already that the time is closed.
alter table repair add column closes boolean not null default true;
