-- A file of people: how far it has come, how it is read, what a run may do with people who may be here already.
alter table import_run drop constraint import_run_state_check;
update import_run set state = 'done' where state = 'dry';
alter table import_run
  add constraint import_run_state_check check (state in
    ('uploading', 'mapping', 'checking', 'checked', 'running', 'done', 'undoing', 'undone', 'cancelled', 'failed')),
  add column bytes bigint not null default 0,
  add column encoding text,
  add column delimiter text,
  -- Names of the columns as the file has them.
  add column header text[] not null default '{}',
  -- Where the numbers of the file's people come from, in the practice's words.
  add column identifier_system text not null default 'former system',
  -- People of whom a person is to say whether they are here: made all the same, or held back.
  add column asked text not null default 'create' check (asked in ('create', 'hold')),
  -- Last line of the file that the phase at hand is done with: written in one transaction with what it did.
  add column cursor_line integer not null default 0,
  add column cancel_asked boolean not null default false,
  -- Payers that the run made.
  add column made_payers uuid[] not null default '{}',
  -- Which process works on it, and until when it must be heard of again.
  add column worker uuid,
  add column worker_until timestamptz;
create index import_run_at_work on import_run (started_at) where state in ('checking', 'running', 'undoing');

alter table import_row
  -- From 1; null: the row as a whole.
  add column problem_column integer,
  -- Values that were left out: `[{ code, column }]`.
  add column notes jsonb,
  -- The row of the same file that names the same person.
  add column same_as_line integer,
  -- The record that the row was found to be, or may be.
  add column other_id uuid references patient on delete set null,
  -- Of a record that the run made: what it was then. Another now means that something happened to it.
  add column fingerprint text,
  -- Rows that the run added for this line, by table.
  add column added jsonb,
  -- What taking back came to: `removed`, `restored`, or why the record stays.
  add column undone text;
create index import_row_patient on import_row (patient_id) where patient_id is not null;
create index import_row_other on import_row (other_id) where other_id is not null;
create index import_row_outcome on import_row (run_id, outcome, line);

-- The file itself, in parts as they were sent; gone when the run is over.
create table import_part (
  run_id uuid not null references import_run on delete cascade,
  part integer not null,
  content bytea not null,
  primary key (run_id, part)
);
