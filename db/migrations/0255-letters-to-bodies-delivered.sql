-- How the letter of each link fared: its text holds the token of the link, so that nobody of the unit may read the notice itself.
-- Whoever knows the id of a link sees the sending that it belongs to.
create function motcua.letters_of_links(ids uuid[]) returns table (link_id uuid, outcome text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select i.id, (select d.outcome from public.notice_deliveries d where d.notice_id = n.id order by d.id desc limit 1)
  from unnest(ids) as i (id) join public.notices n on n.dedupe_key = 'agency:' || i.id
$$;
revoke all on function motcua.letters_of_links from public;
grant execute on function motcua.letters_of_links to motcua_app;
