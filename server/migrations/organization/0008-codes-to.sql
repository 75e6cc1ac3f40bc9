-- To whom codes were sent with this secret: keyed hashes, kept when the person names another address, so that the limit of
-- one address holds.
alter table self_booking add column codes_to bytea[] not null default '{}';
