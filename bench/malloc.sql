-- A database in memory: rows and indexes grow, are searched, changed and removed.
pragma temp_store = memory;
create table people (id integer primary key, name text, town text, data blob);
create table visits (person integer, day integer, note text);
with recursive n(i) as (select 1 union all select i + 1 from n where i < 60000)
  insert into people select i, printf('name %d', i * 7919 % 60000), printf('town %d', i % 97), zeroblob(i % 300) from n;
create index by_name on people (name);
create index by_town on people (town, name);
with recursive n(i) as (select 1 union all select i + 1 from n where i < 120000)
  insert into visits select i * 31 % 60000, i % 365, substr('a note that is longer or shorter', 1, i % 32) from n;
create index by_person on visits (person);
select count(*), sum(length(note)) from people join visits on person = id where town = 'town 5';
select town, group_concat(name) as names from people group by town order by length(names) desc limit 1;
update people set data = zeroblob(2000) where id % 11 = 0;
delete from visits where day < 100;
select count(distinct note), max(day) from visits;
delete from people where id % 3 = 0;
vacuum;
select count(*), sum(length(data)) from people;
