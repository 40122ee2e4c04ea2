-- The park of each subject that is one: by its full name, else by a name that only one park goes by. A name that no park, or more than
-- one, goes by stands as a park of its own that the gazetteer does not know: nothing is guessed.
CREATE TEMPORARY TABLE subject_park ON COMMIT DROP AS
WITH subject AS (
    SELECT DISTINCT subject FROM parkwatch_staging.observation WHERE portal = %(portal)s AND subject_kind = 'park'
), alias AS (
    SELECT other.name, min(park_id) AS park_id FROM parkwatch.park, unnest(aliases) AS other (name)
    GROUP BY other.name HAVING count(DISTINCT park_id) = 1
)
SELECT subject.subject, coalesce(park.park_id, alias.park_id) AS park_id
FROM subject LEFT JOIN parkwatch.park ON park.name = subject.subject LEFT JOIN alias ON alias.name = subject.subject;

INSERT INTO parkwatch.park (park_id, name, known)
SELECT subject, subject, false FROM subject_park WHERE park_id IS NULL ORDER BY subject
ON CONFLICT (park_id) DO NOTHING;

UPDATE subject_park SET park_id = subject WHERE park_id IS NULL;
