-- What was corrected is closed at the moment its correction was recorded, and the correction is there.
select old.id, 'is superseded by ' || old.superseded_by || ', which ' || case
    when new.id is null then 'is not there'
    when old.recorded_to is null then 'does not close it: set recordedTo'
    else 'was recorded at another moment'
  end as problem
from statement old
left join statement new on new.id = old.superseded_by
where old.superseded_by is not null
  and (new.id is null or old.recorded_to is null or old.recorded_to <> new.recorded_from);
