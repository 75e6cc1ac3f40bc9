-- The directory: one row an organization, all its data in the schema named here.
create table public.organization (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text not null,
  schema_name text not null unique check (schema_name ~ '^org_[a-z0-9_]{1,50}$'),
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
