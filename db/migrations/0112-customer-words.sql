-- Every word that customers are searched by. A word half typed becomes the whole words it may be, which an index finds much faster than a prefix.
create table customer_words (word text collate "C" primary key check (word <> ''));
create function motcua.learn_customer_words() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.customer_words
  select distinct word from fresh, unnest(tsvector_to_array(search)) word where word !~ '^@' order by word
  on conflict do nothing;
  return null;
end $$;
create trigger learn_words_of_new after insert on customers referencing new table as fresh
  for each statement execute function motcua.learn_customer_words();
create trigger learn_words_of_changed after update on customers referencing new table as fresh
  for each statement execute function motcua.learn_customer_words();

-- customer_query('{duc,ngu}'): all of these words, in any order, each whole or begun; a number only whole. Null where a word fits nobody.
create function motcua.customer_query(words text[]) returns tsquery language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  typed text;
  likely text[];
  parts text[] := '{}';
begin
  foreach typed in array words loop
    likely := array(select w.word from public.customer_words w
      where w.word >= typed collate "C" and w.word < typed || '~' collate "C"
        and (w.word = typed or typed !~ '^[0-9]') limit 200);
    if cardinality(likely) = 0 then return null; end if;
    parts := parts || case when cardinality(likely) = 200 then quote_literal(typed) || ':*'
      else '(' || (select string_agg(quote_literal(l), '|') from unnest(likely) l) || ')' end;
  end loop;
  return array_to_string(parts, '&')::tsquery;
end $$;
