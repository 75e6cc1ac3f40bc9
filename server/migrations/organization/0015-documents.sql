-- Keys by which documents are sealed, each wrapped by a key of the installation; the newest seals, the others only open.
create table document_key (
  version smallint primary key,
  nonce bytea not null,
  wrapped bytea not null,
  created_at timestamptz not null
);

alter table document
  -- Whose it was when it was sealed. Part of what the seal holds; after a merge that record leads to the one in `patient_id`.
  add column sealed_for uuid,
  -- Keyed hash of the content, by which the same file is known again without opening any.
  add column content_hash bytea,
  add column width integer,
  add column height integer,
  add column removed_by uuid,
  add column removed_remarks text;
create index document_same on document (patient_id, content_hash);
alter table document_content add foreign key (key_version) references document_key;
