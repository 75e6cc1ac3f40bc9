-- The secret of a connection is sealed by a key of the organization, like documents; rotating keys seals it anew.
alter table payer_connection
  add column secret_nonce bytea,
  add column secret_key_version smallint references document_key,
  add check (num_nonnulls(secret, secret_nonce, secret_key_version) in (0, 3));
create index payer_connection_key on payer_connection (secret_key_version) where secret is not null;

-- A site is known to payers under one number, and so is the practice where a site has none of its own.
create unique index billing_provider_site on billing_provider (site_id) nulls not distinct;

-- Versions of one price list follow one another by their first day.
create unique index fee_schedule_version on fee_schedule (kind, payer_id, period_start) nulls not distinct;

-- Where a policy's plan is looked for by those that are on it.
create index coverage_plan on coverage (plan_id) where plan_id is not null;
create index plan_payer on plan (payer_id);
