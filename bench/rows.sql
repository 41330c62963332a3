-- Made-up rows like those of GDELT's daily files. Tables given: made_states (code, iso3, name), made_acts (code).
-- Everything is drawn by hash, so that the same rows come again. ${pool} is the number of rows.

CREATE MACRO part(i, k) AS (hash(i, k) % 1000003) / 1000003.0;
CREATE MACRO often(i, k, most) AS (pow(part(i, k), 3) * most)::BIGINT % most;

CREATE MACRO sector(i, k) AS CASE WHEN part(i, k) < 0.4 THEN
    (['GOV', 'MIL', 'COP', 'BUS', 'OPP', 'CVL', 'JUD', 'EDU', 'MED', 'LEG', 'REB', 'UAF'])[1 + often(i, k + 1, 12)]
ELSE '' END;

CREATE MACRO pick(i, k) AS
    (['talks', 'minister', 'border', 'trade', 'visit', 'police', 'court', 'crisis', 'leaders', 'summit', 'aid',
    'troops', 'protest', 'president', 'deal', 'sanctions'])[1 + (hash(i, k) % 16)::INTEGER];

CREATE MACRO words(i) AS concat_ws('-', pick(i, 1), pick(i, 2), pick(i, 3), pick(i, 4), hash(i) % 100000);

-- The ten columns of an actor: in some 60 of 100 rows a state, with a sector or without.
CREATE MACRO side(is_state, i, k, iso3, name) AS concat_ws(chr(9),
    if(is_state, iso3, '') || sector(i, k), if(is_state, upper(name), ''), if(is_state, iso3, ''),
    '', '', '', '', sector(i, k), '', '');

-- The seven columns of a place: nowhere, a state, or one of 3,000 towns.
CREATE MACRO place(i, iso3, code, name) AS CASE
    WHEN part(i, 8) < 0.12 THEN repeat(chr(9), 6)
    WHEN part(i, 8) < 0.4 THEN concat_ws(chr(9),
        1, name, code, code, (hash(iso3) % 120)::INTEGER - 60, (hash(iso3) % 300)::INTEGER - 150, code)
    ELSE concat_ws(chr(9),
        4, pick(i % 3000, 9) || i % 3000 || ', ' || name, code, code || '07',
        round(part(i % 3000, 10) * 120 - 60, 4), round(part(i % 3000, 11) * 300 - 150, 4), -(i % 3000) * 737)
END;

CREATE TABLE state AS SELECT row_number() OVER (ORDER BY hash(code)) - 1 AS at, * FROM made_states;

CREATE TABLE act AS
SELECT row_number() OVER (ORDER BY length(code), hash(code)) - 1 AS at, code, left(code, 2) AS root,
    CASE WHEN root < '06' THEN 1 WHEN root < '09' THEN 2 WHEN root < '15' THEN 3 ELSE 4 END AS quad,
    (hash(code) % 200)::INTEGER / 10 - 10 AS score
FROM made_acts;

-- A text gives four rows; a fifth of all rows repeat the one before with other places.
CREATE TABLE pool AS
WITH numbered AS (
    SELECT i, i // 4 AS text, i - (i % 4 <> 0 AND part(i, 99) < 0.27)::INTEGER AS same FROM range(${pool}) AS told(i)
), drawn AS (
    SELECT *, part(same, 20) < 0.62 AS has_actor, part(same, 21) < 0.52 AS has_other,
        often(same, 22, (SELECT count(*) FROM state)) AS actor,
        often(same, 23, (SELECT count(*) FROM state)) AS other,
        often(i, 24, (SELECT count(*) FROM state)) AS place,
        often(same, 25, (SELECT count(*) FROM act)) AS done
    FROM numbered
)
SELECT i, text,
    CASE WHEN part(same, 1) > 0.04 THEN 0 WHEN part(same, 1) > 0.025 THEN 7 WHEN part(same, 1) > 0.02 THEN 30
        WHEN part(same, 1) > 0.001 THEN 365 ELSE 3650 END AS ago,
    concat_ws(chr(9),
        side(has_actor, same, 30, a.iso3, a.name), side(has_other, same, 40, b.iso3, b.name),
        (part(same, 12) < 0.6)::INTEGER, act.code, left(act.code, 3), act.root, act.quad, act.score,
        1 + (pow(part(i, 13), 6) * 200)::INTEGER, 1 + (pow(part(i, 14), 9) * 20)::INTEGER,
        1 + (pow(part(i, 13), 6) * 200)::INTEGER, part(text, 15) * 20 - 12,
        place(i, a.iso3, a.code, a.name), place(i + 1, b.iso3, b.code, b.name),
        place(i + 2, p.iso3, p.code, p.name)
    ) AS middle
FROM drawn
    JOIN state a ON a.at = actor JOIN state b ON b.at = other JOIN state p ON p.at = place
    JOIN act ON act.at = done;

CREATE MACRO made_day(added, first, start, count) AS TABLE
SELECT concat_ws(chr(9),
    first + row_number() OVER () - 1, strftime(day, '%Y%m%d'), strftime(day, '%Y%m'), year(day),
    round(year(day) + dayofyear(day) / 365, 4), middle, strftime(added, '%Y%m%d'),
    'https://www.' || pick(text, 61) || pick(text // 7, 62) || '.com/news/' || strftime(added, '%Y/%m/%d') || '/'
        || words(text + first))
FROM (
    SELECT *, added - ago::INTEGER AS day FROM pool WHERE (i + ${pool} - start) % ${pool} < count ORDER BY i
);
