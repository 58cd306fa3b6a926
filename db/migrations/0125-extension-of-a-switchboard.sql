-- Every switchboard numbers its telephones from 101: an extension says who sits there only together with the unit whose switchboard it is.
alter table phone_extensions add column switchboard text references org_units (code);
update phone_extensions e set switchboard = s.unit_code from staff s where s.id = e.staff_id;
alter table phone_extensions alter column switchboard set not null;
alter table phone_extensions drop constraint phone_extensions_pkey;
alter table phone_extensions add primary key (switchboard, extension);
