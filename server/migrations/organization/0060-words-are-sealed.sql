-- What was read from a document is sealed as the document itself. What stands here in the clear from before is sealed by the server
-- when it starts, which knows the key.
alter table document_content drop constraint document_content_part_check;
alter table document_content add check (part in ('content', 'thumbnail', 'words'));
create index document_in_the_clear on document (id) where search_text <> '';
