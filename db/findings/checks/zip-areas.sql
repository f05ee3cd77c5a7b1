-- A ZIP code has one area at most, and it lies where codes that begin so do: in the states, Puerto Rico or the islands.
with box (first, last, place, south, north, west, east) as (
  values
    ('00600', '00999', 'Puerto Rico and the Virgin Islands', 17600000, 18600000, -68000000, -64500000),
    ('96700', '96798', 'Hawaii', 18800000, 28500000, -178500000, -154700000),
    ('96799', '96799', 'American Samoa', -14700000, -11000000, -171200000, -168100000),
    ('96800', '96899', 'Hawaii', 18800000, 28500000, -178500000, -154700000),
    ('96900', '96999', 'Guam and the Northern Marianas', 13100000, 20700000, 144500000, 146200000),
    ('99500', '99999', 'Alaska', 51100000, 71500000, -180000000, -129900000),
    ('01000', '96699', 'the contiguous states', 24400000, 49500000, -124900000, -66900000),
    ('97000', '99499', 'the contiguous states', 24400000, 49500000, -124900000, -66900000)
)
select a.zip as id, 'has ' || count(*) || ' areas' as problem from zip_area a group by a.zip having count(*) > 1
union all
select a.zip, 'lies outside ' || coalesce(b.place, 'all places that are known')
from zip_area a
left join box b on a.zip between b.first and b.last
where b.place is null
  or a.latitude not between b.south and b.north
  or a.longitude not between b.west and b.east;
