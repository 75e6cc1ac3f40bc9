-- Whether somebody asked in which language to speak with the person. Until then they are written to in English, which is no answer.
-- Of older records nobody can tell; they count as asked.
alter table patient add column language_asked boolean not null default true;
