-- Parks that only articles named, or that had another id, and that the gazetteer knows by now: their observations go over to the gazetteer's park.
CREATE TEMPORARY TABLE adopted ON COMMIT DROP AS
SELECT unknown.park_id AS old_id, min(known.park_id) AS new_id
FROM parkwatch.park AS unknown
JOIN (SELECT park_id, name FROM parkwatch.park WHERE known
      UNION SELECT park_id, unnest(aliases) FROM parkwatch.park WHERE known) AS known
    ON known.name = unknown.name AND known.park_id <> unknown.park_id
WHERE NOT unknown.known
GROUP BY unknown.park_id HAVING count(DISTINCT known.park_id) = 1;

UPDATE parkwatch.observation AS o SET park_id = a.new_id FROM adopted AS a WHERE o.park_id = a.old_id;
UPDATE parkwatch.park AS p SET parent = a.new_id FROM adopted AS a WHERE p.parent = a.old_id;
UPDATE parkwatch.park AS p SET successor = a.new_id FROM adopted AS a WHERE p.successor = a.old_id;
DELETE FROM parkwatch.park AS p USING adopted AS a WHERE p.park_id = a.old_id;
DROP TABLE adopted;
