-- Two windows on one relative: the second is told that the first changed them, and does not write over a bar.
alter table related_person add column version integer not null default 1;
