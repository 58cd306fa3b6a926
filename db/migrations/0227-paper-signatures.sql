-- What was signed, byte for byte by its hash, when, and by what: a code sent to a contact of the case, or a key of the unit.
create table paper_signatures (
  paper_id uuid not null references papers (id),
  case_id uuid not null references cases (id),
  party text not null check (party in ('customer', 'unit')),
  request_id uuid not null unique,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  signer text not null check (signer <> ''),
  contact_kind text check (contact_kind in ('phone', 'mail')),
  contact text,
  code_id uuid,
  key_fingerprint text check (key_fingerprint ~ '^[0-9a-f]{64}$'),
  primary key (paper_id, party),
  check ((party = 'customer') = (contact is not null and contact_kind is not null and code_id is not null)),
  check ((party = 'unit') = (key_fingerprint is not null))
);
-- The newest code that was sent for a paper, and where to: what the customer's signature names.
create table paper_codes (
  paper_id uuid primary key references papers (id),
  case_id uuid not null references cases (id),
  code_id uuid not null,
  contact_kind text not null check (contact_kind in ('phone', 'mail')),
  contact text not null check (contact <> ''),
  sent_at timestamptz not null
);
call motcua.protect_part('paper_signatures');
call motcua.protect_part('paper_codes');
grant select, insert on paper_signatures, paper_codes to motcua_app;
grant update (code_id, contact_kind, contact, sent_at) on paper_codes to motcua_app;
