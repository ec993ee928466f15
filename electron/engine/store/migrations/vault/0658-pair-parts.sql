-- What two rows were weighed by, without the names of its fields at every one (link/pairParts.ts): comparison, level, weight and the values compared; one
-- where they are equal.
UPDATE link_pair SET parts = (
  SELECT json_group_array(iif(value ->> 'left' IS value ->> 'right',
           json_array(value ->> 'comparison', value ->> 'level', json(value -> 'weight'), coalesce(value ->> 'left', '')),
           json_array(value ->> 'comparison', value ->> 'level', json(value -> 'weight'), coalesce(value ->> 'left', ''), coalesce(value ->> 'right', ''))))
    FROM json_each(parts));
