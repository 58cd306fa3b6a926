-- ltree: paths of the organisation. btree_gist: no two valid periods of one thing overlap. unaccent, pg_trgm: search without diacritics.
create extension if not exists ltree;
create extension if not exists btree_gist;
create extension if not exists unaccent;
create extension if not exists pg_trgm;
