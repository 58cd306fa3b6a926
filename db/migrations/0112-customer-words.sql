-- Every word that customers are searched by, and about how many of them have it (as of the last import). A word half typed
-- becomes the whole words it may be, which an index finds much faster than a prefix; the rarest words lead the search.
create table customer_words (
  word text collate "C" primary key check (word <> ''),
  share real not null default 0.0005 check (share between 0 and 1)
);
create function motcua.learn_customer_words() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.customer_words (word)
  select distinct word from fresh, unnest(tsvector_to_array(search)) word order by word
  on conflict do nothing;
  return null;
end $$;
create trigger learn_words_of_new after insert on customers referencing new table as fresh
  for each statement execute function motcua.learn_customer_words();
create trigger learn_words_of_changed after update on customers referencing new table as fresh
  for each statement execute function motcua.learn_customer_words();

-- After an import and its `analyze`: what PostgreSQL found out about the words.
create function motcua.weigh_customer_words() returns void language sql set search_path = pg_catalog, public as $$
  update public.customer_words w set share = found.share
  from (select unnest(most_common_elems::text::text[]) as word, unnest(most_common_elem_freqs) as share
    from pg_stats where schemaname = 'public' and tablename = 'customers' and attname = 'search') found
  where w.word = found.word and w.share is distinct from found.share and found.share between 0 and 1
$$;
revoke all on function motcua.weigh_customer_words from public;
