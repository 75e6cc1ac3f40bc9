-- By which a record is worth comparing with another: hashes of the blocking keys of all that is or was known of a person.
create table match_key (
  patient_id uuid primary key references patient on delete cascade,
  -- Of the rules by which they were made; older ones are made anew.
  version smallint not null,
  keys integer[] not null
);
create index match_key_keys on match_key using gin (keys) with (fastupdate = off);
