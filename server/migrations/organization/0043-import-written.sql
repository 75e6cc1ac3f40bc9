-- What an import wrote of a coverage or a relative: where something else stands there now, somebody here changed it since.
-- Null: written before this was kept.
alter table import_reference add column written jsonb;
