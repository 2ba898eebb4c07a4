-- Migration 8: takedown. Copies of the archive that lie elsewhere, and requests with their checklists. What a person wrote in a request, and who asked, stands
-- in sealed rows of kind "request" alone; here are kinds, days and states.

-- A backup that was written, an export that was read: where it lay, so that an erasure can name it. expires: a day (2027-01-31); gone: when somebody said that it is deleted.
CREATE TABLE known_copy (
    row INTEGER PRIMARY KEY,
    handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('backup', 'export', 'packet')),
    place TEXT NOT NULL,
    made INTEGER NOT NULL,
    expires TEXT,
    gone INTEGER,
    UNIQUE (kind, place)
) STRICT;

CREATE TABLE request (
    row INTEGER PRIMARY KEY,
    handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 16),
    kind TEXT NOT NULL,
    received INTEGER NOT NULL,
    done INTEGER
) STRICT;
CREATE TABLE request_unit (
    request_row INTEGER NOT NULL REFERENCES request,
    unit BLOB NOT NULL CHECK (length(unit) = 16),
    PRIMARY KEY (request_row, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE request_step (
    request_row INTEGER NOT NULL REFERENCES request,
    step TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'not-needed')),
    changed INTEGER NOT NULL,
    PRIMARY KEY (request_row, step)
) STRICT, WITHOUT ROWID;
